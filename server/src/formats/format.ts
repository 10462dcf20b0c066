import type { Configuration } from '../model/configuration.ts'
import type { Problem } from '../model/problem.ts'
import type { Entity } from '../model/entities.ts'
import type { SyntaxName } from '../syntax/syntaxes.ts'
import type { Cursor, Lies, Lying } from './position.ts'
import type { CommentMark } from './suppressions.ts'
import type { Uri } from '../text/uri.ts'

/** How a kind of file is told by its name and by the words in it. */
export interface Sniff {
  readonly name: string
  readonly syntax: SyntaxName
  /** Endings of file names; a whole name where it begins with `/`. */
  readonly endings: readonly string[]
  /** Language ids under which editors open it. */
  readonly languages: readonly string[]
  /** A text, or a document of it, that holds none of these is not read; empty where the name says enough. */
  readonly marks: readonly string[]
  /** What must be true of a text with a mark as well, where its marks stand in many files that are not ours. */
  readonly fits?: (at: Lying, text: string) => boolean
  /** A second look at a text with a mark, which spares the reading of one that can say nothing; its marks stand for the format all the same. */
  readonly mayHold?: (at: Lying, text: string) => boolean
  /** How a comment begins, where the format has comments. */
  readonly comments?: readonly CommentMark[]
}

/** A format whose files are read one by one, document by document. */
export interface AloneFormat extends Sniff {
  /** Whether a document is this format's alone: then no other looks at what it holds. */
  claims?(root: Cursor): boolean
  read(root: Cursor): readonly (Entity | Configuration)[]
}

/** A format whose files complete each other. Formats with the same `group` are read together. */
export interface GroupFormat extends Sniff {
  /** Starts without any file; a reader does so once. */
  readonly group: (lying: Lies) => Group
  /** Set where such a file belongs to the group only once another one names it: its ending says nothing. */
  readonly onlyNamed?: true
}

/** A kind of file that is ours. */
export type Format = AloneFormat | GroupFormat

/** What a file of a group says now. */
export interface GroupChange {
  readonly file: Uri
  /** Undefined where the file is gone, or too long to be read. */
  readonly text: string | undefined
  /** Whether it holds a mark of its format; files without one may complete those with. */
  readonly isMarked: () => boolean
  /** Set where schemas in it are compared with what they were. */
  readonly isCompared?: true
}

/** What is said in a file of a group. */
export interface Told {
  readonly entities: readonly Entity[]
  /** Set on a file that others name: what its other formats make of it stands, and findings may lie in it where they make nothing. */
  readonly named?: true
  /** Set where what the file gives to the programs of other files is told there. */
  readonly toldElsewhere?: true
  /** Objects of other files as overlays change them: rules look at them, nothing links to them. */
  readonly overlays?: readonly Entity[]
}

/** Files that are read together: what one of them says may change what another one means. */
export interface Group {
  /**
   * Takes over all changes of its files at once. Returns what is said in every file that may say something else than before,
   * undefined for a file of which the group has nothing to say: it is then what its other formats make of it.
   */
  update(changes: readonly GroupChange[]): ReadonlyMap<Uri, Told | undefined>
  /** What threw while files, or folders of them, were read. */
  problems(): readonly Problem[]
  /** The files, and the folders (with a slash at their end), that its files name and of which it holds nothing. */
  wanted(): readonly Uri[]
  /** Set where its files hold schemas that can be compared with what they were. */
  readonly compares?: true
}
