/** The entries of a list with commas, without the spaces around them; empty ones are none. */
export const entriesOf = (list: string): string[] => list.split(',').flatMap(entry => entry.trim() || [])
