import type { Locale } from '../locale/locale.ts'
import { deltaHtml } from './html.ts'
import { deltaJson } from './json.ts'
import { deltaMarkdown } from './markdown.ts'
import { deltaSarif } from './sarif.ts'
import type { Sheet } from './sheet.ts'
import { deltaText } from './text.ts'

/** All forms of a delta. */
export const deltaFormats = {
  text: deltaText,
  markdown: deltaMarkdown,
  json: deltaJson,
  sarif: (sheet, locale, version) => deltaSarif(sheet, version, locale),
  html: deltaHtml,
} as const satisfies Readonly<Record<string, (sheet: Sheet, locale: Locale, version: string) => string>>

/** The name of a form. */
export type DeltaFormat = keyof typeof deltaFormats
