/** The columns in their order. */
export const columns = [
  'cluster',
  'path',
  'item',
  'what',
  'where',
  'who',
  'status',
  'evidence',
  'owner',
  'tested',
  'against',
  'law',
] as const

/** The name of a column. */
export type Column = (typeof columns)[number]
