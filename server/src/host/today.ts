/** The day by the clock of the machine, in UTC: `2026-03-01`. */
export const today = (): string => new Date().toISOString().slice(0, 10)
