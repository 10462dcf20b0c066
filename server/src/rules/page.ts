import type { Rule } from './rule.ts'

const pages = 'https://github.com/kafka-review/kafka-review/blob/main/server/src/rules'

/** Where a rule's page lies below the folder of the rules. */
export const pagePath = ({ family, name }: Pick<Rule, 'family' | 'name'>): string =>
  `${folders[family] ?? family}/${name}.md`

/** The public address of a rule's page. */
export const pageUrl = (rule: Pick<Rule, 'family' | 'name'>): string => `${pages}/${pagePath(rule)}`

/** Families that share a folder. */
const folders: Readonly<Record<string, string>> = {
  'foreign-law': 'transfer',
  transport: 'security',
  secret: 'security',
  access: 'security',
}

/** The first sentence of a rule's page: what the rule is about. */
export const summaryOf = (page: string): string => /^# .*\n+([^\n]+)/.exec(page)?.[1]?.trim() ?? ''

/** A section of a page, without its heading; empty where the page has none. */
export function sectionOf(page: string, heading: string): string {
  const start = page.indexOf(`\n## ${heading}\n`)
  if (start < 0) return ''
  const body = page.slice(page.indexOf('\n', start + 1) + 1)
  const end = body.indexOf('\n## ')
  return (end < 0 ? body : body.slice(0, end)).trim()
}
