import type { Client, ConsumerGroup } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { leavesOf } from './application/leaves.ts'
import { down, items } from './cursor.ts'
import { headOf, nameAsWritten, readHead } from './kubernetes-resource.ts'
import { readOwnClients } from './own/clients.ts'
import { extentOf, type Cursor } from './position.ts'
import { text } from './values.ts'

/** Whether a text can hold a trigger for Kafka. */
export const mayScale = (text: string): boolean => text.includes('kafka')

/** Reads what scales by the lag of a consumer group: the triggers of KEDA for Apache Kafka. Credentials lie in a `TriggerAuthentication`. */
export function readKeda(root: Cursor): (Client | ConsumerGroup)[] {
  const resource = readHead(root, 'keda.sh')
  if (!resource) return []
  const name = nameAsWritten(resource)
  return items(down(resource.root, 'spec', 'triggers')).flatMap(trigger => {
    if (!/^(?:apache-)?kafka$/.test(knownValue(text(down(trigger, 'type'))) ?? '')) return []
    const metadata = down(trigger, 'metadata')
    const holder = { ...headOf(resource), name, extent: extentOf(trigger) }
    const open = { state: 'unresolved', at: name.at, text: 'what its TriggerAuthentication says' } as const
    const scales = knownValue(text(down(resource.root, 'spec', 'scaleTargetRef', 'name')))
    return readOwnClients(leavesOf(metadata, ['kafka']), holder, { open, refers: 'secret' }).map(one =>
      one.kind === 'client' && scales !== undefined ? { ...one, scales } : one,
    )
  })
}
