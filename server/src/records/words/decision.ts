/** The number by which a decision of the Commission is cited in any language: `(EU) 2021/1772`, `2002/2/EC`, `C(2025) 4626`. */
export const decisionNumber = (instrument: string): string =>
  /\(EU\) \d+\/\d+|(?<!\d)\d+\/\d+\/E[CU]|C\(\d{4}\) \d+/.exec(instrument)?.[0] ?? instrument
