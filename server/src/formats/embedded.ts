import type { Entity } from '../model/entities.ts'
import { knownValue, type Known, type Unresolved } from '../model/fact.ts'
import { wordsOf } from '../text/words.ts'
import { baseName } from '../text/uri.ts'
import { fileOf, isToBeRefused } from './ansible/read.ts'
import { readApplication } from './application/read.ts'
import { chartTexts, isChart } from './bitnami.ts'
import { isOfApplication, readBlocksFile } from './blocks.ts'
import { readConnectors } from './connector-json.ts'
import { down, entries, inside, insideBase64, items } from './cursor.ts'
import { readDotenv } from './environment/read.ts'
import { brokerKeysByWords, isVariable } from './own/spelling.ts'
import { isOperators } from './kubernetes-resource.ts'
import { extentOf, type Cursor } from './position.ts'
import { bagOf } from './properties/bag.ts'
import { isBroker, readBroker } from './properties/broker.ts'
import { factorsOfWorker, readPropertiesText } from './properties/read.ts'
import { isSpec } from './strimzi/kafka.ts'
import { integer, settings, text } from './values.ts'
import { concernsKafka } from './words-of-kafka.ts'

const deepest = 16

/** Keys that say that something is configured, not what. */
const saysNothing =
  /(?:config|configuration|overrides?|properties|settings)$|^(?:env|environment|vars|spec|template|data|content|value)$/i

/** Whose texts stand in an item of a list: what it is called, unless that is a variable. */
function holderOf(item: Cursor, above: string): string {
  const own = knownValue(text(down(item, 'name')))
  return own === undefined || isVariable(own) ? above : own
}

/** Keys below which the reader of a chart looks by itself. */
const charts: ReadonlySet<string> = new Set(['overrideConfiguration'])

/** Reads what a YAML document holds of other files, as ConfigMaps and the values of charts have them: blocks of text, and maps of a worker's or a broker's keys. */
export function readEmbedded(root: Cursor): readonly Entity[] {
  const found: Entity[] = []
  const operators = isOperators(root)
  if (knownValue(text(down(root, 'kind'))) === 'Secret') found.push(...readSecret(root))
  const below = (cursor: Cursor, name: string, holder: string, depth: number): void => {
    for (const entry of entries(cursor).filter(({ name: key }) => !isOfChart(root, cursor, key)))
      visit(entry, entry.name, saysNothing.test(entry.name) ? holder : entry.name, depth + 1, cursor)
    for (const [index, item, all] of items(cursor).map((item, index, all) => [index, item, all] as const)) {
      const before = found.length
      visit(item, name, holderOf(item, holder), depth + 1)
      if (found.length > before && isToBeRefused(item, all.slice(index + 1)))
        found.push(...found.splice(before).map(showingRefusal))
    }
  }
  const visit = (cursor: Cursor, name: string, holder: string, depth: number, around?: Cursor): void => {
    const { tree } = cursor
    if (tree?.kind === 'scalar') {
      if (tree.multiline)
        found.push(
          ...readText(
            cursor,
            fileWritten(name, around) ?? (isVariable(name) || name === 'value' ? holder : name),
            tree.text,
          ),
        )
    } else if (!operators && isSettings(cursor) && !charts.has(name))
      found.push(...readPropertiesText(cursor, holder, true).map(entity => counted(entity, name, around)))
    else descend(cursor, name, holder, depth, around)
  }
  const descend = (cursor: Cursor, name: string, holder: string, depth: number, around?: Cursor): void => {
    // Deeper than below one name nobody takes values for those of a public chart.
    if (!operators && (cursor.path.length > 1 || !isChart(cursor)))
      found.push(...readRespelled(cursor, holder).map(entity => counted(entity, name, around)))
    if (depth < deepest) below(cursor, name, holder, depth)
  }
  visit(root, '', baseName(root.document.file), 0)
  return found
}

/** The name of the file that a task, or a machine that starts, writes a text into. */
function fileWritten(name: string, around: Cursor | undefined): string | undefined {
  const path = fileOf(name, around)
  const file = path === undefined ? '' : baseName(path)
  return /^\w[\w.-]*$/.test(file) ? file : undefined
}

const showingRefusal = (entity: Entity): Entity =>
  entity.kind === 'client' ? { ...entity, showsRefusal: true } : entity

/** Whether a text can hold something of Kafka, perhaps in the base64 of a Secret: most files in other files are of other programs. */
export const mayEmbed = (text: string): boolean =>
  concernsKafka(text) || /\bkind["']?[ \t]*:[ \t]*["']?Secret\b/.test(text)

/** A cluster with the number of brokers that stands beside what they are told. */
function counted(entity: Entity, name: string, around: Cursor | undefined): Entity {
  if (entity.kind !== 'cluster' || entity.brokers.state !== 'absent' || !around || !saysNothing.test(name))
    return entity
  const [brokers] = ['replicas', 'replicaCount', 'brokerCount']
    .map(key => integer(down(around, key)))
    .filter(({ state }) => state !== 'absent')
  return brokers ? { ...entity, brokers } : entity
}

/** Reads the files of properties that a Secret of Kubernetes holds in base64. */
const readSecret = (root: Cursor): readonly Entity[] =>
  entries(down(root, 'data')).flatMap(entry =>
    insideBase64(entry, 'properties').flatMap(inner => readPropertiesText(inner, entry.name)),
  )

/** Whether a text is read with the chart that it is a value of. */
function isOfChart(root: Cursor, parent: Cursor, name: string): boolean {
  if (name === 'kafka' && isSpec(parent)) return true
  if (!chartTexts.includes(name)) return false
  const part = ['controller', 'broker'].includes(String(parent.path.at(-1)))
  return isChart(parent) || (part && isChart(down(root, ...parent.path.slice(0, -1))))
}

const workers: ReadonlySet<string> = new Set(['config.storage.topic', 'offset.storage.topic', ...factorsOfWorker])

/** Whether a map holds the keys of a worker or a broker as they stand in files of properties. */
function isSettings(cursor: Cursor): boolean {
  const names = entries(cursor).map(({ name }) => name)
  return names.some(name => workers.has(name)) || (names.some(name => name.includes('.')) && isBroker(bagOf(cursor)))
}

/** Reads a map of settings of brokers that somebody's own chart spells in another way: `offsetsTopicReplicationFactor`. Two of them make one. */
function readRespelled(cursor: Cursor, holder: string): readonly Entity[] {
  const bag = settings(cursor)
  const all = bag.all.flatMap(one => {
    const key =
      one.key.includes('.') || isVariable(one.key) ? undefined : brokerKeysByWords.get(wordsOf(one.key).join(''))
    return key === undefined ? [] : [{ ...one, key, written: one.key }]
  })
  const [first] = all
  if (all.length < 2 || !first) return []
  const near = first.keyPlace
  const name: Known<string> = { state: 'known', value: holder, at: near }
  const open: Unresolved = { state: 'unresolved', at: near, text: 'what the chart sets' }
  return [readBroker({ name, file: cursor.document.file, extent: extentOf(cursor) }, { all, near, open })]
}

/** Reads a block of text as the file that it will be: by the name that it has as a key, else by what it looks like. */
function readText(cursor: Cursor, name: string, block: string): readonly Entity[] {
  if (isToml(name, block)) return inside(cursor, 'toml').flatMap(root => readApplication(root, name))
  if (isBlocks(name, block)) return inside(cursor, 'blocks').flatMap(root => readBlocksFile(root, name))
  if (/^\s*(?:\[|\{(?!\{))/.test(block)) return inside(cursor, 'json').flatMap(root => readJson(root, name, block))
  if (/["']connector\.class["']/.test(block)) return inside(cursor, 'script').flatMap(readConnectors)
  if (/\.ya?ml$/.test(name)) return inside(cursor, 'yaml').flatMap(root => readYaml(root, name))
  if (writesFile.test(block)) return inside(cursor, 'script').flatMap(root => readWritten(root, name))
  if (isYaml(block)) return inside(cursor, 'yaml').flatMap(root => readYaml(root, name))
  if (/env$/i.test(name) && /^[A-Z][A-Z0-9_]*=/m.test(block)) return inside(cursor, 'properties').flatMap(readDotenv)
  if (/^[ \t]*connector\.class:\s/m.test(block)) return inside(cursor, 'yaml').flatMap(readConnectors)
  return /^[ \t]*[\w.>-]+[ \t]*[=:]/m.test(block)
    ? inside(cursor, 'properties').flatMap(root => readPropertiesBlock(root, name, block))
    : []
}

/** Whether a block is a file of TOML: by its name, or by the tables of Telegraf, which calls it `.conf`. */
const isToml = (name: string, block: string): boolean =>
  /\.toml$/.test(name) || /^[ \t]*\[\[(?:inputs|outputs)\.\w+\]\][ \t]*$/m.test(block)

/** Whether a block is a file of blocks: HOCON of an application by its name, Logstash's, Fluentd's and Fluent Bit's by how their sections begin, whatever key a chart gives them. */
const isBlocks = (name: string, block: string): boolean =>
  isOfApplication(name) ||
  /^[ \t]*(?:\[(?:IN|OUT)PUT\]|(?:input|output)[ \t]*\{|<(?:match|source)\b[^<>\n]*>)[ \t]*$/m.test(block)

/** A script that writes a file. */
const writesFile = /<<-?[ \t]*["']?[A-Za-z_]/

/** Reads a file of properties that a script writes. */
const readWritten = (root: Cursor, name: string): readonly Entity[] => {
  const file = down(root, 'file')
  return file.tree?.kind === 'scalar' && !/^apiVersion:/m.test(file.tree.text)
    ? inside(file, 'properties').flatMap(inner => readPropertiesText(inner, name))
    : []
}

/** Whether a block holds maps in maps, and no line of `key=value`. */
const isYaml = (block: string): boolean =>
  /^[\w-]+:[ \t]*\r?\n[ \t]+[\w.-]+:/m.test(block) && !/^[ \t]*[\w.-]+[ \t]*=/m.test(block)

const readPropertiesBlock = (root: Cursor, name: string, block: string): readonly Entity[] => {
  const found = readPropertiesText(root, name)
  // What has no line of `key=value` is as likely YAML, which whoever gives it such a key reads.
  return found.length > 0 || !/^[ \t]*[\w.-]+[ \t]*=/m.test(block) ? found : readApplication(root, name)
}

const readJson = (root: Cursor, name: string, block: string): readonly Entity[] =>
  block.includes('"connector.class"') ? readConnectors(root) : readApplication(root, name)

const readYaml = (root: Cursor, name: string): readonly Entity[] => [
  ...readApplication(root, name),
  ...readConnectors(root),
]
