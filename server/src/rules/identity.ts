import type { Entity } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { hash } from '../text/hash.ts'
import { compareTexts } from '../text/order.ts'
import { noSecrets, type Secrets } from '../text/secrets.ts'
import type { Message } from '../words/message.ts'
import type { Finding } from './finding.ts'

/** By what a finding is known again in another version of its file, whatever stands around it: no line, no column, no wording, no secret. */
export interface Identity {
  readonly rule: string
  /** The innermost entity that it stands in: `topic orders`; empty outside of all. */
  readonly entity: string
  /** The hash of what is said: the id of the message, and what it names. */
  readonly content: string
  /** Which one it is of several with the same rule, entity and content in a file, from 1. */
  readonly nth: number
}

/** The identities of the findings of a file; `entities` are those of the file, `secrets` what no identity may name. */
export function identitiesOf(
  findings: readonly Finding[],
  entities: FileFacts['entities'] = [],
  secrets: Secrets = noSecrets,
): ReadonlyMap<Finding, Identity> {
  const seen = new Map<string, number>()
  const named = entities.filter(entity => entity.kind !== 'configuration')
  const identityOf = ({ code, at, message }: Finding): Identity => {
    const identity = {
      rule: code,
      entity: secrets.struckFrom(entityAt(named, at.span.start, message)),
      content: hash(stable(message)),
    }
    const key = JSON.stringify(identity)
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return { ...identity, nth }
  }
  return new Map(findings.map(finding => [finding, identityOf(finding)]))
}

/** An identity as one text, the same for the same finding: `3f0c5b...:1`. */
export const fingerprintOf = ({ rule, entity, content, nth }: Identity): string =>
  `${hash(JSON.stringify([rule, entity, content]))}:${nth}`

/** An entity as people know it: its kind and its name, where it has one that can be read. */
export const entityKey = ({ kind, name }: Pick<Entity, 'kind' | 'name'>): string => {
  const known = knownValue<string>(name)
  return known === undefined ? kind : `${kind} ${known}`
}

/** The innermost; of several that fill the same stretch the one that the message names, and no group, which is but a name there. */
function entityAt(entities: readonly Entity[], offset: number, { data }: Message): string {
  const named: Readonly<Record<string, unknown>> = data
  const order = ({ kind, name }: Entity): number => {
    if (named[kind] !== undefined && named[kind] === knownValue<string>(name)) return 0
    return kind === 'group' ? 2 : 1
  }
  const [innermost] = entities
    .filter(({ extent }) => extent.start <= offset && offset <= extent.end)
    .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start) || order(a) - order(b))
  return innermost ? entityKey(innermost) : ''
}

/** A message as text, whatever the order in which its parts were named. */
export const stable = (message: Message): string => JSON.stringify(sorted(message))

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const named = value as Readonly<Record<string, unknown>>
  const inOrder: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort(compareTexts)) inOrder[key] = sorted(named[key])
  return inOrder
}
