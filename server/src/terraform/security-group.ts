import { isAnywhere } from '../text/hosts.ts'
import type { Listener } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { down, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { integer, text } from '../formats/values.ts'
import { blocks } from './instances.ts'
import type { Resource } from './resource.ts'

/** Ports on which brokers and their coordination listen. */
const ports = [2181, 2182, 9092, 9094, 9096, 9098, 9192, 9194, 9196, 9198] as const

/** What the security groups of a cluster let in from everywhere, as listeners of their own; groups that lie in no file say nothing. */
export function openGroups(groups: Cursor, resource: Resource): Listener[] {
  return items(groups).flatMap(({ origin: { refersTo } }): Listener[] => {
    if (refersTo?.type !== 'aws_security_group') return []
    const rules = [...blocks(refersTo.body, 'ingress'), ...rulesOf(refersTo.body, resource)]
    return rules.flatMap(rule => ranges(rule).map(range => listenerOf(refersTo.body, range)))
  })
}

/** Rules that are declared beside their group. */
const rulesOf = (group: Cursor, resource: Resource): Cursor[] =>
  resource.beside(/^aws_(?:security_group_rule|vpc_security_group_ingress_rule)$/).filter(rule => {
    const of = down(rule, 'security_group_id').origin.refersTo?.body.near
    return (
      of?.file === group.near.file &&
      of.span.start === group.near.span.start &&
      knownValue(text(down(rule, 'type'))) !== 'egress'
    )
  })

/** The ranges of a rule that stand for every address, where the rule is about a port of the brokers. */
function ranges(rule: Cursor): Fact<string>[] {
  const [from, to] = [integer(down(rule, 'from_port')), integer(down(rule, 'to_port'))].map(knownValue)
  const all =
    knownValue(text([down(rule, 'protocol'), down(rule, 'ip_protocol')].find(({ tree }) => tree) ?? rule)) === '-1'
  if (!all && (from === undefined || to === undefined || !ports.some(port => from <= port && port <= to))) return []
  const listed = ['cidr_blocks', 'ipv6_cidr_blocks'].flatMap(key => items(down(rule, key)).map(text))
  return [...listed, text(down(rule, 'cidr_ipv4')), text(down(rule, 'cidr_ipv6'))].filter(
    range => range.state === 'known' && isAnywhere(range.value),
  )
}

function listenerOf(group: Cursor, range: Fact<string>): Listener {
  const at = range.state === 'absent' ? group.near : range.at
  const fixed = <T>(value: T): Fact<T> => ({ state: 'known', value, at })
  const name = knownValue(text(down(group, 'name')))
  return {
    name: fixed(`security group ${name ?? 'of the brokers'}`),
    type: fixed('security-group'),
    encrypted: fixed(true),
    authentication: fixed('network'),
    allowed: fixed([knownValue(range) ?? '']),
  }
}
