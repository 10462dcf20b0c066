/** A table that is looked up by texts of files: `constructor` and `toString` are in it only where a row says so. */
export const tableOf = <T>(rows: { readonly [key: string]: T }): ReadonlyMap<string, T> => new Map(Object.entries(rows))
