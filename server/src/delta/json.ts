import type { Locale } from '../locale/locale.ts'
import type { Sheet } from './sheet.ts'

/** The delta as JSON, version 1; lines and columns count from 1. */
export const deltaJson = ({ items, cells, come, gone, unchanged, unread }: Sheet, { id }: Locale): string =>
  `${JSON.stringify(
    {
      version: 1,
      language: id,
      changes: items.map(({ text, ...item }) => ({ ...item, message: text })),
      notUnderstood: unread,
      record: cells.map(({ heading: _, ...cell }) => cell),
      findings: {
        new: come.map(({ text, ...finding }) => ({ ...finding, message: text })),
        gone: gone.map(({ text, ...finding }) => ({ ...finding, message: text })),
        unchanged,
      },
    },
    undefined,
    2,
  )}\n`
