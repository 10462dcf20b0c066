import type { Configuration } from '../model/configuration.ts'
import type { Entity } from '../model/entities.ts'
import { baseName } from '../text/uri.ts'
import { readAvro } from './avro.ts'
import { readConfiguration } from './configuration.ts'
import { readConnectors } from './connector-json.ts'
import type { Cursor } from './cursor.ts'
import { readStrimzi } from './strimzi/read.ts'
import type { CommentMark } from './suppressions.ts'

/** A kind of file that is ours, told by its name and by a word that it must contain. */
export interface Format {
  readonly name: string
  readonly syntax: 'yaml' | 'json'
  /** Endings of file names; a whole name where it begins with `/`. */
  readonly endings: readonly string[]
  /** Language ids under which editors open it. */
  readonly languages: readonly string[]
  /** A text, or a document of it, without this is not read; empty where the name says enough. */
  readonly contains: string
  /** How a comment begins, where the format has comments. */
  readonly comments?: CommentMark
  read(root: Cursor): readonly (Entity | Configuration)[]
}

/** Folders that hold what others have made. */
export const foreignFolders: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform'])

/** All formats; the first that takes a file reads it. */
export const formats: readonly Format[] = [
  { name: 'configuration', syntax: 'yaml', endings: ['/.kafka-review.yaml'], languages: [], contains: '', comments: '#', read: root => [readConfiguration(root)] },
  { name: 'strimzi', syntax: 'yaml', endings: ['.yaml', '.yml'], languages: ['yaml', 'helm'], contains: 'kafka.strimzi.io/', comments: '#', read: readStrimzi },
  { name: 'connector', syntax: 'json', endings: ['.json'], languages: ['json', 'jsonc'], contains: '"connector.class"', comments: '//', read: readConnectors },
  { name: 'avro', syntax: 'json', endings: ['.avsc'], languages: ['avro'], contains: '"type"', read: readAvro },
]

/** The format that takes a file by its name or, where the name says nothing, by the editor's language. */
export const formatOf = (file: string, language?: string): Format | undefined =>
  formats.find(({ endings }) => endings.some(ending => (ending.startsWith('/') ? baseName(file) === ending.slice(1) : file.toLowerCase().endsWith(ending)))) ??
  (language === undefined || /\.\w+$/.test(baseName(file)) ? undefined : formats.find(({ languages }) => languages.includes(language)))
