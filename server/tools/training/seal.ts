import { createHash } from 'node:crypto'

/** The last line of the weights: it holds them, the hash of the labels and the figures together, so that none of them is changed alone. */
export const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex')
