import type { Uri } from '../text/uri.ts'

/** The files that a host can reach: a disk, or what a worker of a browser is given. Nothing throws, and nothing waits for a pipe. */
export interface Files {
  /** What stands at a place; undefined where nothing does. */
  find(uri: Uri): Promise<Entry | undefined>
  /** What lies in a folder (with the slash at its end), in the order of the names; none where there is no such folder. */
  list(folder: Uri): Promise<readonly Entry[] | { readonly problem: string }>
  /** The text of a file, byte order marks aside; undefined where there is none. */
  read(file: Uri): Promise<Content>
}

/** A text, or why there is none that can be reviewed; undefined where there is no file. */
export type Content = { readonly text: string } | { readonly problem: string } | undefined

/** What stands at a place, links followed. */
export interface Entry {
  /** A folder's ends with a slash. */
  readonly uri: Uri
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
  /** Where a link leads in the end; undefined for what is no link. */
  readonly target?: Uri
  /** Why it is neither file nor folder. */
  readonly problem?: string
}

/** The name of a file, or of a folder, which has a slash at the end of its URI. */
export const isFolder = (uri: Uri): boolean => uri.endsWith('/')
