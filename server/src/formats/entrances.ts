import type { Entrance } from '../model/entities.ts'
import { knownValue, writtenName } from '../model/fact.ts'
import { down, entries, isThere, items } from './cursor.ts'
import { headOf, nameAsWritten, isKeptInside, readHead } from './kubernetes-resource.ts'
import type { Cursor } from './position.ts'
import { labelsIn, nameToJoin } from './labels.ts'
import { text } from './values.ts'

/** Annotations by which something before the program asks who somebody is, or from where: proxies of OAuth, lists of addresses, chains of middlewares. */
const guards = /auth|oidc|allow|whitelist|source-range|inbound-cidrs|middleware|security-polic|client-cert|\bwaf/i

/** Reads what lets clients outside reach programs without asking them anything: services with an address of their own, ingresses, routes of OpenShift. */
export function readEntrances(root: Cursor): Entrance[] {
  const resource = ['', 'networking.k8s.io', 'extensions', 'route.openshift.io']
    .map(group => readHead(root, group))
    .find(one => one && readers.has(one.kind))
  if (!resource) return []
  const annotations = down(resource.root, 'metadata', 'annotations')
  if (isGuarded(annotations, down(resource.root, 'spec'))) return []
  const led = readers.get(resource.kind)?.(down(resource.root, 'spec'), knownValue(resource.name))
  if (!led || led.to.length === 0) return []
  const name = nameAsWritten(resource)
  const called = nameToJoin(down(resource.root, 'metadata', 'name'))
  return [{ kind: 'entrance', ...headOf(resource), name: called === '' ? name : { ...name, value: called }, ...led }]
}

/** Whether a text can hold one of them. */
export const mayLetIn = (text: string): boolean =>
  /\bkind["']?[ \t]*:[ \t]*["']?(?:Service|Ingress|Route|\{\{)/.test(text)

/** Whether notes and classes keep out whoever is not known, or not inside the network; nobody can tell of what a template fills in. */
export const isGuarded = (annotations: Cursor, spec: Cursor): boolean =>
  annotations.tree?.kind === 'unresolved' ||
  isInside(annotations, spec) ||
  entries(annotations).some(({ name }) => guards.test(name))

/** Whether only those inside the network get in: a class or a note says so, or it is of AWS's controllers, whose balancers are internal until a scheme says otherwise. */
function isInside(annotations: Cursor, spec: Cursor): boolean {
  if (isKeptInside(annotations)) return true
  const notes = entries(annotations).map(note => [note.name, knownValue(text(note)) ?? ''] as const)
  const classes = [
    ...[down(spec, 'ingressClassName'), down(spec, 'className'), down(spec, 'loadBalancerClass')].map(
      cursor => knownValue(text(cursor)) ?? '',
    ),
    ...notes.flatMap(([name, value]) => (ofClass.test(name) ? [value] : [])),
  ]
  if (classes.some(one => /internal|private/i.test(one))) return true
  return classes.some(one => internalByDefault.test(one)) && !notes.some(([, value]) => value === 'internet-facing')
}

/** Annotations that choose who makes a balancer. */
const ofClass = /\bingress\.class$|\baws-load-balancer-type$/

/** The classes and types of the AWS Load Balancer Controller, whose scheme is `internal` by default: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ */
const internalByDefault = /^(?:alb|external|nlb-ip|service\.k8s\.aws\/nlb)$/

type Led = Pick<Entrance, 'how' | 'to' | 'selects' | 'ports'>

const readers: ReadonlyMap<string, (spec: Cursor, name?: string) => Led | undefined> = new Map<
  string,
  (spec: Cursor, name?: string) => Led | undefined
>([
  ['Service', ofService],
  ['Ingress', (spec: Cursor) => ({ how: 'ingress', to: servicesOf(spec) })],
  ['Route', (spec: Cursor) => ({ how: 'route', to: namesAt([down(spec, 'to', 'name')]) })],
])

function ofService(spec: Cursor, name?: string): Led | undefined {
  const how = knownValue(text(down(spec, 'type')))?.toLowerCase()
  const isInner = how === 'clusterip' || text(down(spec, 'type')).state === 'absent'
  if (isThere(down(spec, 'loadBalancerSourceRanges'))) return undefined
  const selector = down(spec, 'selector')
  const { all, known } = labelsIn(selector)
  if (isInner) return known ? { how: 'inside', to: [...new Set(all.map(valueOfLabel))], selects: all } : undefined
  if (how !== 'loadbalancer' && how !== 'nodeport') return undefined
  const chosen = all.some(isOfNamedPod) ? [] : all.filter(label => !isOfPod(label) && !isOfRound(label))
  const ports = items(down(spec, 'ports')).map(port => {
    const target = text(down(port, 'targetPort'))
    return writtenName(target.state === 'absent' ? text(down(port, 'port')) : target)
  })
  return {
    how,
    to: [...new Set([...(name === undefined ? [] : [name]), ...all.map(podless)])],
    ...(known && chosen.length > 0 ? { selects: chosen } : {}),
    ...(ports.length > 0 ? { ports } : {}),
  }
}

/** The label that Kubernetes gives to the pod of a StatefulSet. */
const ofPod = 'statefulset.kubernetes.io/pod-name='

const isOfPod = (label: string): boolean => label.startsWith(ofPod)

const isOfNamedPod = (label: string): boolean => isOfPod(label) && !label.includes('{{')

/** Whether a label tells the pods of one workload apart: what a loop makes of its rounds. */
const isOfRound = (label: string): boolean => /\{\{-? ?\$\w+ ?-?\}\}/.test(label)

/** The value of a label; the StatefulSet of a pod's own. */
const podless = (label: string): string => {
  const value = valueOfLabel(label)
  return isOfPod(label) ? value.replace(/-\d+$/, '') : value
}

const valueOfLabel = (label: string): string => label.slice(label.indexOf('=') + 1)

/** The services behind an ingress. */
function servicesOf(spec: Cursor): string[] {
  const paths = items(down(spec, 'rules')).flatMap(rule => items(down(rule, 'http', 'paths')))
  const backends = [...paths.map(path => down(path, 'backend')), down(spec, 'defaultBackend')]
  return namesAt(backends.flatMap(backend => [down(backend, 'service', 'name'), down(backend, 'serviceName')]))
}

const namesAt = (cursors: readonly Cursor[]): string[] =>
  cursors.map(cursor => nameToJoin(cursor)).filter(name => name !== '')
