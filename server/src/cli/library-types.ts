/** A place in a text; lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  line: number
  column: number
}

/** Something that a rule says of one place. */
export interface ReviewFinding {
  /** The code of the rule, `KR301`; it is never reused. */
  code: string
  /** The name of the rule, which names the bad thing. */
  name: string
  family: string
  level: 'error' | 'warning' | 'information' | 'hint'
  /** stated: it stands in the file; derived: it was joined across files; guessed: by name. */
  certainty: 'stated' | 'derived' | 'guessed'
  file: string
  range: { start: Position; end: Position }
  message: string
  /** Ids of the articles of the law that it is about. */
  law: string[]
  data: Record<string, string | boolean>
  /** Set on what matters little where it is: durability and transport of a broker for development. */
  folded?: true
  /** Set on findings that the texts accept. */
  suppressed?: { reason: string }
}

/** What a review says of texts. */
export interface Review {
  findings: ReviewFinding[]
  /** What kept files, or parts of them, from being reviewed. */
  problems: { path: string; message: string }[]
}

/** How texts are reviewed. */
export interface ReviewOptions {
  /** The language of the messages; English where it is left out. */
  language?: 'en' | 'de' | 'fr'
}

/** Reviews texts together, as if they were all the files of a folder: by their paths, with `/` between folders. A `.kafka-review.yaml` among them counts; nothing is read from the disk. */
export type ReviewTexts = (texts: Readonly<Record<string, string>>, options?: ReviewOptions) => Promise<Review>
