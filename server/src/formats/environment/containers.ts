import {
  placeOf,
  knownValue,
  writtenName,
  type Fact,
  type Known,
  type Place,
  type Unresolved,
} from '../../model/fact.ts'
import type { Setting, Settings } from '../../model/settings.ts'
import { decodeBase64 } from '../../text/base64.ts'
import { isPlaceholder } from '../../text/placeholder.ts'
import { down, entries, inside, isThere, items } from '../cursor.ts'
import { extentOf, placeHere, type Cursor } from '../position.ts'
import { integer, switchedOffBy, text } from '../values.ts'
import { isVariable } from '../own/spelling.ts'
import { versionOf } from './image-version.ts'
import { publishedBy, type Published } from './published.ts'
import { nameAsWritten, readHead } from '../kubernetes-resource.ts'
import { labelsIn, nameToJoin } from '../labels.ts'
import type { Entry, Tree } from '../../syntax/tree.ts'
import { baseName } from '../../text/uri.ts'
import { folderTitle, titleFor } from '../title.ts'
import { consoleImage, mayAskBesides, mayAskForLogin, type MapAt } from './consoles.ts'
import { toldByFile, type ToldByFile } from './mounted.ts'
import { redpandaBy, type RedpandaStart } from './redpanda-start.ts'
import { readItem, readLine, readVariables, variableOf } from './variables.ts'

/** A container, or several that are alike. */
export interface Container {
  readonly name: Known<string>
  readonly extent: ReturnType<typeof extentOf>
  readonly namespace?: string
  readonly variables: Settings
  /** What its program is told behind dashes: `--kafka.server=broker:9092`. */
  readonly flags?: readonly Setting[]
  /** Set where others tell the program more: what is not said here may be said there. */
  readonly partial?: true
  /** How many of it run. */
  readonly count: Fact<number>
  /** What places it on one of several machines. */
  readonly spread?: Known<string>
  /** The version that its image is tagged with, where that is Kafka's own. */
  readonly version: Fact<string>
  /** What its volumes keep, where the pod tells: `ephemeral` where none outlives it. */
  readonly storage?: Known<string>
  /** Set where its image does nothing but run a broker, and it is not told to do anything else. */
  readonly broker?: true
  /** The names by which services of Kubernetes find it: its workload's, and those of its labels. */
  readonly reachedAs?: readonly string[]
  /** All its labels; left out where some are not known. */
  readonly labels?: readonly string[]
  /** The ports that it opens on its machine to the network, with the port of the container behind each. */
  readonly published?: readonly Published[]
  /** Where its image is named, where that is a console for Kafka that asks for no login unless it is told to. */
  readonly console?: Known<string>
  /** What its program is told by a file that its pod takes from a ConfigMap. */
  readonly told?: ToldByFile
  /** Set where it runs a broker of Redpanda. */
  readonly redpanda?: RedpandaStart
  /** The switch above it that turns it off. */
  readonly off?: Known<boolean>
}

/** Finds the variables that stand elsewhere: in a ConfigMap, by its name as it is written and its namespace; in a file, by its path from the one that names it. */
export interface Elsewhere {
  configMap(name: string, namespace: string | undefined): Settings | undefined
  file(path: string): Settings | undefined
  /** The texts of a ConfigMap, which pods mount as files. */
  texts(name: string, namespace: string | undefined): readonly (Cursor & { readonly name: string })[]
  /** Takes note of one of them that a program is told something by. */
  mounts(text: Cursor): void
}

/** Where nothing stands elsewhere. */
export const nowhere: Elsewhere = {
  configMap: () => undefined,
  file: () => undefined,
  texts: () => [],
  mounts: () => undefined,
}

/** What only a service of Compose says of itself, in whatever file of several. */
const ofCompose =
  /^(?:build|extends|command|entrypoint|environment|env_file|ports|expose|volumes|depends_on|deploy|networks|network_mode|container_name|hostname|restart|healthcheck|profiles|scale)$/

/** Whether a document is a file of Compose: its services say what they run. Values of charts have services as well. */
export const isCompose = (root: Cursor): boolean =>
  !isThere(down(root, 'apiVersion')) &&
  entries(down(root, 'services')).some(service =>
    entries(service).some(({ name, tree }) => ofCompose.test(name) || (name === 'image' && tree?.kind !== 'map')),
  )

/** Reads the services of a compose file, the containers of a Kubernetes workload, or a ConfigMap; undefined for any other document. */
export function readContainers(root: Cursor, elsewhere = nowhere): Container[] | undefined {
  const services = down(root, 'services')
  if (isCompose(root))
    return entries(services).flatMap(service => readService(service, elsewhere, 'environment', services))
  const started = servicesOfJobs(root, elsewhere)
  if (started.length > 0)
    return [
      ...started,
      ...findVariables(root).filter(one => !started.some(({ extent }) => contains(extent, one.extent))),
    ]
  const resource = ['apps', 'batch', 'extensions', 'apps.openshift.io', '']
    .map(group => readHead(root, group))
    .find(one => one)
  if (!resource) return undefined
  const name = nameAsWritten(resource)
  const { namespace } = resource
  if (resource.kind === 'ConfigMap' || resource.kind === 'Secret')
    return ['data', 'stringData'].flatMap(part => {
      const data = down(resource.root, part)
      const isEncoded = part === 'data' && resource.kind === 'Secret'
      const variables = readVariables(data)
      return isThere(data)
        ? [
            {
              name,
              extent: resource.extent,
              ...(namespace === undefined ? {} : { namespace }),
              ...partially(
                {
                  ...variables,
                  all: isEncoded ? variables.all.flatMap(decoded) : variables.all,
                  near: name.at,
                  refers: 'secret',
                },
                name,
              ),
            },
          ]
        : []
    })
  const spec = down(resource.root, 'spec')
  const job = resource.kind === 'CronJob' ? down(spec, 'jobTemplate', 'spec') : spec
  const pod = isThere(down(job, 'containers')) ? job : down(job, 'template', 'spec')
  const replicas = integer(down(spec, 'replicas'))
  const labels = labelsIn(down(job, 'template', 'metadata', 'labels'))
  const values = labels.all.map(label => label.slice(label.indexOf('=') + 1))
  const reachedAs = [...new Set([nameToJoin(down(resource.root, 'metadata', 'name')), ...values])].filter(
    one => one !== '',
  )
  const volumes = items(down(pod, 'volumes'))
  const textsOf = (configMap: string): ReturnType<Elsewhere['texts']> =>
    configMap === '' || !keepsRunning.has(resource.kind) ? [] : elsewhere.texts(configMap, namespace)
  const mapAt: MapAt = ref => {
    const name = writtenName(text(down(ref, 'name')))
    return name === '' ? undefined : elsewhere.configMap(name, namespace)
  }
  const programs: (ToldByFile | undefined)[] = []
  for (const container of items(down(pod, 'containers'))) {
    const told = toldByFile(container, pod, textsOf)
    // Of several containers with one file, the others only look at it.
    const isFirst = !programs.some(one => one && one.cursor.tree === told?.cursor.tree)
    programs.push(isFirst ? told : undefined)
    if (told) elsewhere.mounts(told.cursor)
  }
  return [...items(down(pod, 'containers')), ...items(down(pod, 'initContainers'))].map(
    (container, index): Container => {
      const told = programs[index]
      const [own, image] = [text(down(container, 'name')), text(down(container, 'image'))]
      const commands = ['command', 'args'].map(key => down(container, key))
      const variables = withExported(variablesOf(container, mapAt), commands)
      return {
        name: own.state === 'known' ? own : name,
        extent: extentOf(container),
        ...(namespace === undefined ? {} : { namespace }),
        variables: {
          ...variables,
          near: placeOf(own.state === 'known' ? own : name),
        },
        count: replicas.state === 'absent' ? untold(resource, image, name.at) : replicas,
        version: versionOf(image),
        reachedAs,
        ...(labels.known ? { labels: labels.all } : {}),
        flags: flagsOf(commands),
        ...(image.state === 'known' &&
        consoleImage.test(image.value) &&
        !mayAskForLogin(container, pod, variables, mapAt)
          ? { console: image }
          : {}),
        ...storageOf(container, volumes, logDirsIn(told, variables)),
        ...(told ? { told } : {}),
        ...brokerBy(image, commands.some(isThere)),
        ...startedBy(
          image,
          commands,
          items(down(container, 'volumeMounts')).flatMap(mount => knownValue(text(down(mount, 'mountPath'))) ?? []),
        ),
      }
    },
  )
}

/** Workloads whose programs go on running: jobs only use the files of others. */
const keepsRunning: ReadonlySet<string> = new Set([
  ...['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'Pod'],
  'DeploymentConfig',
])

/** How many run where a resource does not say it: it may be set elsewhere. A Deployment that is no patch has one: its pods have no names of their own by which several brokers could be told apart. */
const untold = ({ kind, root }: { kind: string; root: Cursor }, image: Fact<string>, at: Place): Fact<number> =>
  kind === 'Deployment' && image.state !== 'absent' && isThere(down(root, 'spec', 'selector'))
    ? { state: 'known', value: 1, at }
    : { state: 'unresolved', at, text: '' }

/** Variables with those that the script of a command exports itself: the later wins. */
function withExported(variables: Settings, commands: readonly Cursor[]): Settings {
  const exported = commands.flatMap(items).flatMap(script =>
    script.tree?.kind === 'scalar' && script.tree.text.includes('export ')
      ? inside(script, 'script').flatMap(command => {
          const [name, given] = entries(command)
          return name?.tree?.kind === 'scalar' && name.tree.text === 'export' && given ? variableOf(text(given)) : []
        })
      : [],
  )
  return exported.length > 0 ? { ...variables, all: [...variables.all, ...exported] } : variables
}

/** What the words of a command set, under the names that they have there; one without a value is switched on. */
const flagsOf = (commands: readonly Cursor[]): Setting[] =>
  commands.flatMap(items).flatMap((word): Setting[] => {
    const fact = text(word)
    if (fact.state !== 'known') return []
    const [, name, value] = /^(--[a-z][\w.-]*)(?:=(.*))?$/s.exec(fact.value) ?? []
    if (name === undefined) return []
    const { span } = fact.at
    const from = span.start + name.length + (span.end - span.start > fact.value.length ? 2 : 1)
    // Where the word is written with escapes, it stands for its value.
    const at =
      value !== undefined && span.end - span.start - fact.value.length <= 2
        ? { ...fact.at, span: { start: from, end: from + value.length } }
        : fact.at
    const told: Setting['value'] =
      value !== undefined && isPlaceholder(value)
        ? { state: 'unresolved', at, text: value }
        : { state: 'known', value: value ?? 'true', at }
    return [{ key: name, keyPlace: fact.at, value: told }]
  })

/** Kinds of volumes that go with the pod, or that hold no data of it. */
const passing: ReadonlySet<string> = new Set(['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI'])

/** Where a broker is told to keep its records. */
const logDirsIn = (file: ToldByFile | undefined, variables: Settings): Known<string> | undefined => {
  const { all } = file?.settings ?? variables
  const told = all.findLast(({ key }) => /^(?:KAFKA_(?:CFG_)?LOG_DIRS|log\.dirs?)$/.test(key))?.value
  return told?.state === 'known' && told.value.startsWith('/') ? told : undefined
}

/** Whether all that a container writes goes with its pod: every volume that it mounts for what it keeps does, or it mounts none. One that the pod does not list is a claim. */
function storageOf(
  container: Cursor,
  volumes: readonly Cursor[],
  logDirs: Known<string> | undefined,
): Pick<Container, 'storage'> {
  const image = text(down(container, 'image'))
  const mounts = down(container, 'volumeMounts')
  // What a template brings in may be a claim.
  if (image.state === 'absent' || (isThere(mounts) && (mounts.tree?.kind !== 'list' || mounts.tree.inserted))) return {}
  const holding = items(mounts).filter(mount => mayHold(mount, logDirs))
  const mounted = holding.map(mount => {
    const name = knownValue(text(down(mount, 'name')))
    return volumes.find(volume => name !== undefined && knownValue(text(down(volume, 'name'))) === name)
  })
  const kept = mounted.some(volume => !volume || !entries(volume).some(({ name }) => passing.has(name)))
  const memory = mounted.map(volume => volume && decidedAt(volume, down(volume, 'emptyDir').key)).find(key => key)
  const name = text(down(container, 'name'))
  const beside = holding.length < items(mounts).length ? logDirs?.at : undefined
  const at = memory ?? beside ?? placeOf(name.state === 'known' ? name : image)
  return kept ? {} : { storage: { state: 'known', value: 'ephemeral', at } }
}

/** Whether what a broker keeps may lie in a volume by where this is mounted: in, above or below one of its folders. */
function mayHold(mount: Cursor, logDirs: Known<string> | undefined): boolean {
  const path = text(down(mount, 'mountPath'))
  if (logDirs === undefined || path.state !== 'known') return true
  const asFolder = (written: string): string => `${written.trim().replace(/(?<!\/)\/+$/, '')}/`
  const mounted = asFolder(path.value)
  const folders = logDirs.value.split(',').map(asFolder)
  return folders.some(folder => folder.startsWith(mounted) || mounted.startsWith(folder))
}

/** Where it is decided that something stands at a place: in a template, by the value of the branch around it. */
function decidedAt({ document: { file, scope } }: Cursor, place: Place | undefined): Place | undefined {
  const value = place?.file === file ? scope?.decides?.(place.span.start) : undefined
  return place && value ? { ...placeHere(value), usedBy: place } : place
}

/** A variable that a Secret holds in base64; whatever is no text is left out, and nobody writes it. */
function decoded({ value, ...variable }: Setting): Setting[] {
  const text = value.state === 'known' ? decodeBase64(value.value) : undefined
  return text === undefined ? [] : [{ ...variable, value: { state: 'known', value: text, at: value.at } }]
}

/** What a program is told in part only: how many of it run, and what else it is told, is not in sight. */
export const partially = (
  variables: Settings,
  name: Known<string>,
): Pick<Container, 'variables' | 'partial' | 'count' | 'version'> => ({
  variables: { ...variables, open: variables.open ?? { state: 'unresolved', at: name.at, text: '' } },
  partial: true,
  count: { state: 'unresolved', at: name.at, text: '' },
  version: { state: 'absent', near: name.at },
})

/** Reads a file of variables: `NAME=value`, the value perhaps in quotes, the name perhaps behind `export`. */
export function readVariablesFile(root: Cursor): Container {
  const { file } = root.document
  const all = entries(root).flatMap(entry => readLine(entry))
  const base = baseName(file).replace(/\.?env\b.*$|\.(?:ba)?sh$/, '')
  const name: Known<string> = {
    state: 'known',
    value: base === '' ? (folderTitle(root.document) ?? 'env') : titleFor(base, root.document),
    at: all[0]?.keyPlace ?? root.near,
  }
  return { name, extent: extentOf(root), ...partially({ all, near: name.at, refers: 'variable' }, name) }
}

/** Keys that say that something is configured, not what. */
const saysNothing =
  /^(?:.*(?:env|environment|variables|vars)|data|conf|config|configmap|settings|properties|options|spec|template|values|global|common|containers?|literals|for_each|content|dynamic|extra.*)$/i
const deepest = 12

/** Whose variables stand somewhere, and what turns them off. */
interface Above {
  readonly holder: Known<string>
  readonly off: Container['off']
}

/** Finds lists and maps of variables wherever they stand: in the values of a chart, in resources of operators. They are known by the spelling of their names. */
export function findVariables(
  root: Cursor,
  called?: Known<string>,
  refers: Settings['refers'] = 'secret',
): Container[] {
  const found: Container[] = []
  /** How many run of what the variables are of, by their holder. */
  const counts = new Map<Known<string>, Fact<number>>()
  const take = (cursor: Cursor, { holder, off }: Above, variables = readVariables(cursor)): void => {
    const count = counts.get(holder)
    const all = variables.all.filter(({ key }) => isVariable(key))
    if (all.length > 0)
      found.push({
        name: holder,
        extent: extentOf(cursor),
        ...partially({ ...variables, all, near: holder.at, ...(refers ? { refers } : {}) }, holder),
        ...(count ? { count } : {}),
        ...(off ? { off } : {}),
      })
  }
  const visit = (cursor: Cursor, holder: Known<string>, outer: Container['off'], depth: number): void => {
    const off = outer ?? switchedOffBy(cursor)
    const above: Above = { holder, off }
    const count = replicasIn(cursor)
    if (count) counts.set(holder, count)
    if (mayHoldVariables(cursor)) take(cursor, above)
    if (depth === deepest) return
    for (const entry of toVisit(cursor)) {
      // One block of Terraform is a list of one.
      if (isVariableMap(entry)) take(entry, above, { all: readItem(entry), near: holder.at })
      visit(entry, keyHolder(entry, holder), off, depth + 1)
    }
    for (const item of items(cursor)) visit(item, itemHolder(item, holder), off, depth + 1)
  }
  const title = text(down(root, 'metadata', 'name'))
  const folder = folderTitle(root.document) ?? 'values'
  const first: Known<string> = { state: 'known', value: folder, at: entries(root)[0]?.key ?? root.near }
  visit(root, called ?? (title.state === 'known' ? title : first), undefined, 0)
  return found
}

/** What something can stand below. */
const toVisit = (cursor: Cursor): ReturnType<typeof entries> =>
  entries(cursor).filter(entry => holdsMore(entry) && !(entry.name === 'for_each' && namesSecrets(cursor)))

/** Whether a block of Terraform that is made for each of several takes what they say for names of secrets. */
function namesSecrets(block: Cursor): boolean {
  const content = down(block, 'content')
  const [given = content] = items(content)
  return isThere(down(given, 'secret_name')) && !isThere(down(given, 'value'))
}

/** Whether something can stand below. */
const holdsMore = ({ tree, origin }: Cursor): boolean => tree?.kind !== 'scalar' || origin.parts !== undefined

/** How many of it the values of a chart ask for. */
const replicasIn = (cursor: Cursor): Fact<number> | undefined =>
  ['replicas', 'replicaCount'].map(key => integer(down(cursor, key))).find(({ state }) => state === 'known')

/** Whether it is worth while to read what stands here as variables: a look at the names alone. */
function mayHoldVariables({ tree, origin }: Cursor): boolean {
  if (origin.parts || tree?.kind === 'unresolved') return true
  if (tree?.kind === 'map') return tree.entries.some(({ key }) => isVariable(key))
  return tree?.kind === 'list' && tree.items.some(item => item && mayBeVariable(item))
}

/** Whether an item of a list may be a variable: `NAME_OF_IT=value`, or its name with its value. */
function mayBeVariable(item: Tree): boolean {
  if (item.kind === 'scalar') return item.text.includes('_')
  return item.kind !== 'map' || item.entries.some(isNameOfVariable)
}

const isVariableMap = ({ tree }: Cursor): boolean => tree?.kind === 'map' && tree.entries.some(isNameOfVariable)

const isNameOfVariable = ({ key, value }: Entry): boolean =>
  key === 'name' && (value?.kind !== 'scalar' || isVariable(value.text))

/** Modules of Ansible that start containers, with or without their collection. */
const startsContainers = /(?:^|\.)(?:docker_(?:container|swarm_service)|podman_container)$/

/** Whose variables stand below a key: what it says, unless that says nothing. A module of Ansible starts what it names, else what its task is about. */
function keyHolder(entry: Cursor & { readonly name: string }, above: Known<string>): Known<string> {
  const { key, name } = entry
  if (startsContainers.test(name)) return itemHolder(entry, above)
  return key && !saysNothing.test(name) ? { state: 'known', value: name, at: key } : above
}

/** Whose variables stand in an item of a list: what it is called, unless that is a variable. */
function itemHolder(item: Cursor, above: Known<string>): Known<string> {
  const own = text(down(item, 'name'))
  return own.state === 'known' && !isVariable(own.value) ? own : above
}

/** The names under which the services of a compose file know each other; none of any other file. */
export const namesInStack = (root: Cursor): string[] =>
  isThere(down(root, 'apiVersion'))
    ? []
    : entries(down(root, 'services')).flatMap(service => [
        service.name.toLowerCase(),
        ...['hostname', 'container_name'].flatMap(key => knownValue(text(down(service, key)))?.toLowerCase() ?? []),
      ])

/** The files and folders that a file of Compose gives to its services, by their paths from it; a folder that it stands in itself, or below, is all there is. */
export const mountsInStack = (root: Cursor): string[] => [
  ...new Set(
    isThere(down(root, 'apiVersion'))
      ? []
      : entries(down(root, 'services')).flatMap(service =>
          items(down(service, 'volumes')).flatMap(volume => {
            const written = knownValue(text(volume))?.split(':')[0] ?? knownValue(text(down(volume, 'source'))) ?? ''
            return /^\.{1,2}\//.test(written) && /[^./]/.test(written) ? [written.replace(/(?<!\/)\/+$/, '')] : []
          }),
        ),
  ),
]

/** The services that the jobs of a workflow of GitHub start beside them. */
const servicesOfJobs = (root: Cursor, elsewhere: Elsewhere): Container[] =>
  isThere(down(root, 'on')) || isThere(down(root, 'true'))
    ? entries(down(root, 'jobs')).flatMap(job =>
        entries(down(job, 'services')).flatMap(service => readService(service, elsewhere, 'env')),
      )
    : []

const contains = (outer: Container['extent'], inner: Container['extent']): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

function readService(
  service: Cursor & { readonly name: string },
  elsewhere: Elsewhere,
  variables = 'environment',
  beside?: Cursor,
): Container[] {
  if (!service.key) return []
  const name: Known<string> = { state: 'known', value: service.name, at: service.key }
  const { chain, open } = extended(service, beside)
  const said = (...path: readonly string[]): Cursor =>
    down(chain.find(one => isThere(down(one, ...path))) ?? service, ...path)
  const [replicas, scale] = [integer(said('deploy', 'replicas')), integer(said('scale'))]
  const count = replicas.state === 'absent' ? scale : replicas
  const bags = chain.map(one =>
    completed(readVariables(down(one, variables)), down(one, 'env_file'), file => {
      const path = text(file.tree?.kind === 'map' ? down(file, 'path') : file)
      return path.state === 'known' ? elsewhere.file(path.value) : undefined
    }),
  )
  const lacks = open ?? bags.find(bag => bag.open)?.open
  const image = text(said('image'))
  const placement = said('deploy', 'placement')
  return [
    {
      name,
      extent: extentOf(service),
      variables: {
        all: bags.toReversed().flatMap(bag => bag.all),
        ...(lacks ? { open: lacks } : {}),
        near: name.at,
        refers: 'variable',
      },
      count: count.state === 'absent' ? { state: 'known', value: 1, at: name.at } : count,
      version: versionOf(image),
      published: chain.flatMap(one => items(down(one, 'ports'))).flatMap(publishedBy),
      ...(image.state === 'known' && consoleImage.test(image.value) && !chain.some(mayAskBesides)
        ? { console: image }
        : {}),
      ...(placement.key ? { spread: { state: 'known', value: 'placement', at: placement.key } } : {}),
      ...brokerBy(
        image,
        ['command', 'entrypoint'].some(key => isThere(said(key))),
      ),
      flags: flagsOf(['entrypoint', 'command'].map(key => said(key))),
      ...startedBy(
        image,
        ['entrypoint', 'command'].map(key => said(key)),
        chain.flatMap(mountsOf),
      ),
    },
  ]
}

const mostExtended = 5

/** A service with those that it extends, its own first; `open` where one stands in another file, or nobody has it. */
function extended(service: Cursor, beside: Cursor | undefined): { chain: Cursor[]; open?: Unresolved } {
  const chain = [service]
  for (;;) {
    const at = down(chain.at(-1) ?? service, 'extends')
    if (!isThere(at)) return { chain }
    const named = knownValue(text(at.tree?.kind === 'map' ? down(at, 'service') : at))
    const base = named === undefined || !beside || isThere(down(at, 'file')) ? undefined : down(beside, named)
    if (!base || !isThere(base) || chain.length > mostExtended)
      return { chain, open: { state: 'unresolved', at: at.key ?? service.near, text: '' } }
    chain.push(base)
  }
}

/** Images of brokers, by the last part of their names; a tag may follow. */
export const brokerImage =
  /(?:^|\/)(?:kafka|kafka-native|cp-kafka|cp-server|cp-enterprise-kafka|confluent-local)(?:[:@]|$)/

const brokerBy = (image: Fact<string>, isTold: boolean): Pick<Container, 'broker'> =>
  brokerImage.test(knownValue(image) ?? '') && !isTold ? { broker: true } : {}

const startedBy = (
  image: Fact<string>,
  commands: readonly Cursor[],
  mounts: readonly string[],
): Pick<Container, 'redpanda'> => {
  const redpanda = redpandaBy(image, commands, mounts)
  return redpanda ? { redpanda } : {}
}

/** Where the volumes of a service of Compose are mounted: `source:/path`, `source:/path:ro`, or a map with a target. */
const mountsOf = (service: Cursor): string[] =>
  items(down(service, 'volumes')).flatMap(volume => {
    const written = knownValue(text(volume)) ?? knownValue(text(down(volume, 'target')))
    return written === undefined ? [] : written.split(':').filter(part => part.startsWith('/'))
  })

/** The variables of a container of Kubernetes, those of its ConfigMaps included. */
function variablesOf(container: Cursor, mapAt: MapAt): Settings {
  const own = readVariables(down(container, 'env'), from => {
    const ref = down(from, 'configMapKeyRef')
    const key = knownValue(text(down(ref, 'key')))
    return mapAt(ref)?.all.findLast(one => one.key === key)?.value
  })
  return withReferences(
    completed(own, down(container, 'envFrom'), source => {
      const found = mapAt(down(source, 'configMapRef'))
      const prefix = knownValue(text(down(source, 'prefix'))) ?? ''
      return found && { ...found, all: found.all.map(one => ({ ...one, key: `${prefix}${one.key}` })) }
    }),
  )
}

/** Variables that name others which stand before them, `$(HOST):9092`, with what these say. Nobody writes that back. */
function withReferences(variables: Settings): Settings {
  const before = new Map<string, string>()
  const all = variables.all.map((variable): Setting => {
    const { key, value } = variable
    const written = value.state === 'known' ? value.value : value.text
    const filled = written.replace(/\$\((\w+)\)/g, (reference, name: string) => before.get(name) ?? reference)
    const isKnown = value.state === 'known' || (filled !== written && !isPlaceholder(filled))
    if (isKnown) before.set(key, filled)
    else before.delete(key)
    return isKnown && filled !== written
      ? { ...variable, value: { state: 'known', value: filled, at: value.at } }
      : variable
  })
  return { ...variables, all }
}

/** Variables with those of other files: what is written beside them wins, and of a file that nobody has any may be there. */
function completed(
  variables: Settings,
  references: Cursor,
  find: (reference: Cursor) => Settings | undefined,
): Settings {
  if (!isThere(references)) return variables
  const found = (references.tree?.kind === 'list' ? items(references) : [references]).map(find)
  const open = variables.open ?? found.find(bag => bag?.open)?.open
  const lacks: Unresolved = { state: 'unresolved', at: references.key ?? variables.near, text: '' }
  const unknown = open ?? (found.length === 0 || found.includes(undefined) ? lacks : undefined)
  return {
    ...variables,
    all: [...found.flatMap(bag => bag?.all ?? []), ...variables.all],
    ...(unknown ? { open: unknown } : {}),
  }
}
