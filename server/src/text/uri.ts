import { remembering } from './remembering.ts'

declare const brand: unique symbol

/** The canonical URI of a file or, with a slash at its end, of a folder: two are the same file exactly where they are the same text. Made by `toUri` and nowhere else. */
export type Uri = string & { readonly [brand]: 'Uri' }

/**
 * The one spelling of a URI, whoever wrote it: `file:///c%3A/a+b`, as VS Code writes it, and `file:///C:/a%2Bb`, as Node may, are one file.
 * Scheme and host are in lower case; `file:/a` and `file://localhost/a` are `file:///a`; a drive is a lower-case letter with a plain colon.
 * In a path everything but the unreserved characters of RFC 3986 and the slashes is percent-encoded, with upper-case digits; in a query or fragment, where other characters may separate, only the unreserved ones are decoded.
 * What is no UTF-8 stays encoded as it is. Dot segments stay: no client sends them.
 */
export const toUri = remembering((text): Uri => {
  const [, scheme = '', authority, path = '', rest = ''] =
    /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(.*)/is.exec(text) ?? []
  const name = scheme.toLowerCase()
  const host = name === 'file' && /^(?:localhost)?$/i.test(authority ?? '') ? '' : authority?.toLowerCase()
  const canonical = path
    .split('/')
    .map(encodeWhole)
    .join('/')
    .replace(/^\/([a-z])%3A(?=\/|$)/i, (_, drive: string) => `/${drive.toLowerCase()}:`)
  return [
    name && `${name}:`,
    host === undefined
      ? ''
      : `//${host
          .split(/([:@[\]])/)
          .map(encodeBetween)
          .join('')}`,
    canonical,
    rest.replace(/%[0-9a-f]{2}/gi, encoded => {
      const plain = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
      return /[\w.~-]/.test(plain) ? plain : encoded.toUpperCase()
    }),
  ].join('') as Uri
})

/** Of a text that was split at separators which stay as they are, every second piece is one. */
const encodeBetween = (piece: string, i: number): string => (i % 2 === 1 ? piece : encodeWhole(piece))

/** Percent-encodes all but the unreserved characters, whatever was encoded before. */
const encodeWhole = (text: string): string =>
  text
    .split(/((?:%[0-9a-f]{2})+)/i)
    .map((part, i) => (i % 2 === 1 && decode(part) === part ? part.toUpperCase() : encodeText(decode(part))))
    .join('')

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** A path below a root as a reference that is relative to it, as SARIF wants it. */
export const toReference = (path: string): string => encodeURI(wellFormed(path)).replace(/[?#]/g, encodeURIComponent)

/** Percent-encodes all but the unreserved characters; half a surrogate pair becomes the replacement character. */
const encodeText = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** The one name of each file where a file system takes `Topics.yaml` and `topics.YAML` for the same. */
export interface Names {
  /** The name of a file or folder: the spelling in which it was met first. */
  of(uri: Uri): Uri
}

/** How a client spells the files that it has named: inside, all go by their canonical URI, and an editor gets back what it sent. */
export class Spellings {
  readonly #names: Names
  readonly #given = new Map<Uri, string>()

  /** Of files that go by these names. */
  constructor(names: Names = { of: uri => uri }) {
    this.#names = names
  }

  /** The canonical URI of what a client has named; its spelling is kept. */
  read(given: string): Uri {
    const uri = this.#names.of(toUri(given))
    if (uri === given) this.#given.delete(uri)
    else this.#given.set(uri, given)
    return uri
  }

  /** The client's spelling of a file, or of what lies in a folder that it has named; else the canonical one. */
  write(uri: Uri): string {
    const exact = this.#given.get(uri)
    if (exact !== undefined) return exact
    for (const folder of foldersOf(uri)) {
      const given = this.#given.get(folder) ?? this.#given.get(folder.slice(0, -1) as Uri)
      if (given !== undefined) return `${given.replace(/\/$/, '')}/${uri.slice(folder.length)}`
    }
    return uri
  }
}

/** The folder of a URI, with the slash at its end. */
export const folderOf = (uri: Uri): Uri => uri.slice(0, uri.lastIndexOf('/') + 1) as Uri

/** A file by its name in a folder. */
export const fileIn = (folder: Uri, name: string): Uri => (folder + (isPlain(name) ? name : encodeText(name))) as Uri

/** Whether a name is itself in a URI, as most are. */
const isPlain = (name: string): boolean => /^[\w.~-]*$/.test(name)

/** The folder of a folder. */
export const parentOf = (folder: Uri): Uri => folderOf(folder.slice(0, -1) as Uri)

/** The name of a folder, decoded. */
export const folderName = (folder: Uri): string => baseName(folder.slice(0, -1) as Uri)

/** A file or folder by its path below a folder, as a person writes it; `..` and `.` lead where they do in a path, undefined above the root and for a path from there. */
export function within(folder: Uri, path: string): Uri | undefined {
  if (path.startsWith('/')) return undefined
  const root = rootOf(folder)
  const steps = folder.slice(root.length).split('/').slice(0, -1)
  const written = path.split('/')
  const last = /^\.\.?$/.test(written.at(-1) ?? '') ? '' : (written.pop() ?? '')
  for (const step of written) {
    if (step === '..' && steps.pop() === undefined) return undefined
    if (step !== '..' && step !== '.' && step !== '') steps.push(encodeText(step))
  }
  return [root.slice(0, -1), ...steps, encodeText(last)].join('/') as Uri
}

/** The path from one folder to another, as it is written: `.` and `..` included. */
export function pathFrom(from: Uri, to: Uri): string {
  const [start, end] = [from, to].map(folder => folder.split('/').slice(0, -1)) as [string[], string[]]
  const common = start.findIndex((step, index) => end[index] !== step)
  const shared = common < 0 ? start.length : common
  const steps = [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(decode)]
  return steps.length === 0 ? '.' : steps.join('/')
}

/** Scheme and host of a URI, with the slash at their end. */
const rootOf = (uri: Uri): string => /^[a-z][\w+.-]*:\/\/[^/]*\//i.exec(uri)?.[0] ?? uri.slice(0, 1)

/** The last segment of a URI or of a path, decoded. */
export const baseName = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1))

/** The folders that hold a URI, nearest first, each with the slash at its end. */
export function foldersOf(uri: Uri): Uri[] {
  const root = rootOf(uri).length
  const folders = []
  for (let folder = folderOf(uri); folder.length >= root; folder = parentOf(folder)) {
    folders.push(folder)
    if (folder.length === root) break
  }
  return folders
}

/** The path of a URI below a folder, decoded; undefined when it lies elsewhere. */
export const pathBelow = (folder: Uri, uri: Uri): string | undefined =>
  uri.startsWith(folder) ? decode(uri.slice(folder.length)) : undefined

/** How many folders one must go up from a file to reach the first that holds the other; 0 in the same folder. */
export function stepsUp(from: Uri, to: Uri): number {
  let steps = 0
  for (const folder of foldersOf(from)) {
    if (to.startsWith(folder)) return steps
    steps++
  }
  return steps
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a folder is somebody's account on the machine, or lies above it: what it is called says who works there, and nothing of what lies in it. */
export const isAccountOrAbove = (folder: Uri): boolean =>
  /^file:\/\/\/(?:[a-z](?::|%3A)\/)?(?:(?:home|users)\/(?:[^/]+\/)?)?$/i.test(folder)
