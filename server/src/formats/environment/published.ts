import { knownValue, type Place } from '../../model/fact.ts'
import { isLoopback } from '../../text/hosts.ts'
import { down } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { text } from '../values.ts'

/** A port of a container, and the one of its machine that leads there. */
export interface Published {
  readonly port: string
  readonly behind: string
  readonly at: Place
}

/** What a line below `ports` opens to the network: `8083:8083`, `0.0.0.0:80:8080/tcp`, a map; what is bound to the machine itself opens nothing. */
export function publishedBy(line: Cursor): Published[] {
  const [target, host, address] = ['target', 'published', 'host_ip'].map(key => knownValue(text(down(line, key))))
  const written = target === undefined ? knownValue(text(line)) : `${address ?? ''}:${host ?? ''}:${target}`
  const [, at, port, behind] = /^(?:(.*):)?(\d+):(\d+)(?:\/tcp)?$/.exec(written ?? '') ?? []
  return port === undefined ||
    behind === undefined ||
    (at !== undefined && at !== '' && isLoopback(at) && !isAnywhereHere(at))
    ? []
    : [{ port, behind, at: placeHere(target === undefined ? line : down(line, 'target')) }]
}

/** What stands for every address of a machine. */
const isAnywhereHere = (address: string): boolean => address === '0.0.0.0' || address === '[::]'
