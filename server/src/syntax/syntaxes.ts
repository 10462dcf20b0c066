import type { Embedded } from '../text/embedded.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import { setInAvdl } from './avdl-write.ts'
import { readAvdl } from './avdl.ts'
import { readBlocks } from './blocks.ts'
import { concealInHcl } from './hcl-conceal.ts'
import { embedInHcl } from './hcl-text.ts'
import { appendToHcl, setInHcl } from './hcl-write.ts'
import { readHcl, splitHcl } from './hcl.ts'
import { appendToJson, setInJson } from './json-write.ts'
import { embedInJson, readJson } from './json.ts'
import { readDockerfile, splitDockerfile } from './dockerfile.ts'
import { setInProto } from './proto-write.ts'
import { readProto } from './proto.ts'
import { embedInProperties, readProperties, setInProperties } from './properties.ts'
import { readPrint, splitPrint } from './print.ts'
import { embedInScript, readScript, setInScript, splitScript } from './script.ts'
import { readToml } from './toml.ts'
import { embedInToml, setInToml } from './toml-write.ts'
import type { ScalarTree, Tree } from './tree.ts'
import type { Path, Value } from './write.ts'
import { appendToYaml, setInYaml, swapInYaml } from './yaml-write.ts'
import { embedInYaml } from './yaml-text.ts'
import { readYaml, splitYaml } from './yaml.ts'

/** How a kind of text is read and written. */
export interface Syntax {
  /** How a line comment begins, where every reader of the syntax takes one. */
  readonly comment?: string
  /** Cuts a text into documents, which are read one by one. */
  documents(text: string): Span[]
  /** Reads a document, however broken; undefined when it holds nothing. */
  read(source: string): Tree | undefined
  /** Writes a value at a path; undefined where a person has to do it. */
  set(source: string, path: Path, value: Value): TextEdit[] | undefined
  /** Puts a reference to a variable that is kept secret in the place of a value; left out where the syntax has none. */
  conceal?(source: string, path: Path, name: string): TextEdit[] | undefined
  /** Adds an item to the list at a path; undefined where a person has to do it. */
  append(source: string, path: Path, value: Value): TextEdit[] | undefined
  /** Puts another key with its value in the place of the key at a path; undefined where a person has to do it. */
  swap?(source: string, path: Path, key: string, value: Value): TextEdit[] | undefined
  /** Opens a text that a scalar of the document holds; undefined where its characters cannot be followed. */
  embed(source: string, scalar: ScalarTree): Embedded | undefined
}

/** Names of syntaxes. */
export type SyntaxName =
  | 'yaml'
  | 'json'
  | 'script'
  | 'dockerfile'
  | 'print'
  | 'properties'
  | 'toml'
  | 'blocks'
  | 'hcl'
  | 'proto'
  | 'avdl'

const whole = (text: string): Span[] => [{ start: 0, end: text.length }]

/** All syntaxes. */
export const syntaxes: Readonly<Record<SyntaxName, Syntax>> = {
  yaml: {
    comment: '#',
    documents: splitYaml,
    read: readYaml,
    set: setInYaml,
    swap: swapInYaml,
    append: appendToYaml,
    embed: embedInYaml,
  },
  json: { documents: whole, read: readJson, set: setInJson, append: appendToJson, embed: embedInJson },
  script: { documents: splitScript, read: readScript, set: setInScript, append: () => undefined, embed: embedInScript },
  dockerfile: {
    comment: '#',
    documents: splitDockerfile,
    read: readDockerfile,
    set: () => undefined,
    append: () => undefined,
    embed: () => undefined,
  },
  print: {
    documents: splitPrint,
    read: readPrint,
    set: () => undefined,
    append: () => undefined,
    embed: () => undefined,
  },
  hcl: {
    comment: '#',
    documents: splitHcl,
    read: readHcl,
    set: setInHcl,
    append: appendToHcl,
    conceal: concealInHcl,
    embed: embedInHcl,
  },
  properties: {
    comment: '#',
    documents: whole,
    read: readProperties,
    set: setInProperties,
    append: () => undefined,
    embed: embedInProperties,
  },
  toml: {
    comment: '#',
    documents: whole,
    read: readToml,
    set: setInToml,
    append: () => undefined,
    embed: embedInToml,
  },
  blocks: {
    comment: '#',
    documents: whole,
    read: readBlocks,
    set: () => undefined,
    append: () => undefined,
    embed: embedInToml,
  },
  avdl: {
    comment: '//',
    documents: whole,
    read: readAvdl,
    set: setInAvdl,
    append: () => undefined,
    embed: () => undefined,
  },
  proto: {
    comment: '//',
    documents: whole,
    read: readProto,
    set: setInProto,
    append: () => undefined,
    embed: () => undefined,
  },
}
