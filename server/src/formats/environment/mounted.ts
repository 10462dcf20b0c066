import { knownValue, writtenName, type Unresolved } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
import { baseName } from '../../text/uri.ts'
import { down, inside, isThere, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { bagOf } from '../properties/bag.ts'
import { isBroker } from '../properties/broker.ts'
import { text } from '../values.ts'

/** A file that a ConfigMap gives to a pod, under the names that it may have there. */
interface Mounted {
  readonly volume: string
  readonly names: readonly string[]
  readonly cursor: Cursor
}

/** What a program of Kafka is told by a file of properties. */
export interface ToldByFile {
  readonly cursor: Cursor
  readonly settings: Settings
}

/** Kafka's own scripts that start a program with a file of its settings. */
const starts = /\b(?:kafka-server-start|connect-distributed|connect-standalone)\b/
/** What the distribution of Kafka calls these files. */
const ofKafka = /^(?:server|kafka|broker|connect-distributed|connect-standalone)\.properties$/
/** What changes a file before a program starts with it, or tells the program more. */
const completes = /\bsed\b|>>|\bawk\b|\benvsubst\b|\btee\b|--override\b/
/** How far behind a script's name its file is looked for, in words. */
const farthest = 6

/** What a container's program is told by a file of a ConfigMap: the one that a script of Kafka starts it with, or, where the image starts it, one that has the name of Kafka's own. */
export function toldByFile(
  container: Cursor,
  pod: Cursor,
  textsOf: (configMap: string) => readonly (Cursor & { readonly name: string })[],
): ToldByFile | undefined {
  const all = mountedIn(container, pod, textsOf)
  if (all.length === 0) return undefined
  const command = ['command', 'args'].flatMap(key => wordsAt(down(container, key))).join(' ')
  const scripts = all.flatMap(({ names, cursor }) =>
    names.some(name => command.includes(name)) && !isProperties(names) ? writtenAt(cursor) : [],
  )
  const told = [command, ...scripts].join('\n')
  const started = starts.exec(told)
  const chosen = started ? fileStartedWith(told.slice(started.index), all) : all.filter(one => isOwn(one, container))
  const [file, ...more] = chosen.flatMap(({ cursor }) => readFile(cursor))
  if (!file || more.length > 0) return undefined
  if (!started && command !== '' && !/kafka|connect/.test(command)) return undefined
  const others = all.filter(({ cursor, names }) => cursor !== file.cursor && !isProperties(names))
  const mayChange = completes.test([command, ...others.flatMap(({ cursor }) => writtenAt(cursor))].join('\n'))
  return mayChange ? { ...file, settings: { ...file.settings, open: openAt(file.settings) } } : file
}

const openAt = ({ near, open }: Settings): Unresolved => open ?? { state: 'unresolved', at: near, text: '' }

/** The files that a script of Kafka is started with, by what stands behind its name; all there are where none is called so. */
function fileStartedWith(command: string, all: readonly Mounted[]): readonly Mounted[] {
  const words = command
    .slice(0, 400)
    .split(/[\s"';&|\\]+/)
    .slice(1, 1 + farthest)
  const named = words.find(word => /\.properties$/.test(word))
  const called = named === undefined ? undefined : baseName(named)
  const fitting = all.filter(({ names }) => called !== undefined && names.includes(called))
  return fitting.length > 0 ? fitting : all.filter(({ names }) => isProperties(names))
}

/** Whether a container has a file with the name of Kafka's own in a place of its own. */
const isOwn = ({ volume, names }: Mounted, container: Cursor): boolean =>
  names.some(name => ofKafka.test(name)) &&
  items(down(container, 'volumeMounts')).some(mount => knownValue(text(down(mount, 'name'))) === volume)

const isProperties = (names: readonly string[]): boolean => names.some(name => /\.(?:properties|conf|cfg)$/.test(name))

/** A file of properties of a broker or a worker. */
function readFile(cursor: Cursor): ToldByFile[] {
  return inside(cursor, 'properties').flatMap(root => {
    const settings = bagOf(root)
    const isWorker = settings.all.some(({ key }) => /^(?:config|offset)\.storage\./.test(key))
    return isWorker || isBroker(settings) ? [{ cursor, settings }] : []
  })
}

/** The files that a pod takes from ConfigMaps. */
function mountedIn(
  container: Cursor,
  pod: Cursor,
  textsOf: (configMap: string) => readonly (Cursor & { readonly name: string })[],
): Mounted[] {
  const mounts = items(down(container, 'volumeMounts'))
  return items(down(pod, 'volumes')).flatMap(volume => {
    const called = knownValue(text(down(volume, 'name'))) ?? ''
    const sources = [volume, ...items(down(volume, 'projected', 'sources'))].map(one => down(one, 'configMap'))
    return sources.filter(isThere).flatMap(source =>
      textsOf(writtenName(text(down(source, 'name')))).map((entry): Mounted => {
        const listed = items(down(source, 'items')).find(item => knownValue(text(down(item, 'key'))) === entry.name)
        const path = (listed && knownValue(text(down(listed, 'path')))) ?? entry.name
        const alone = mounts.filter(mount => knownValue(text(down(mount, 'subPath'))) === path)
        const places = alone.flatMap(mount => knownValue(text(down(mount, 'mountPath'))) ?? [])
        return { volume: called, names: [entry.name, path, ...places].map(baseName), cursor: entry }
      }),
    )
  })
}

/** The words of a command, whatever it is written as. */
const wordsAt = (command: Cursor): string[] => [command, ...items(command)].flatMap(writtenAt)

const writtenAt = ({ tree }: Cursor): string[] => (tree?.kind === 'scalar' ? [tree.text] : [])
