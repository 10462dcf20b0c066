import { say, word, type Language } from '../words/message.ts'
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

/** A page in another language: its own prose, and the examples of the English page, which are run once. */
export function translatedPage(page: string, english: string, words: Language, own: Language): string {
  const told = (id: 'page.examples' | 'example.reported' | 'example.silent'): string => word(say(id), words)
  const heading = `\n## ${told('page.examples')}\n\n`
  const [reported, silent] = [word(say('example.reported'), own), word(say('example.silent'), own)]
  const examples = sectionOf(english, word(say('page.examples'), own))
    .split('\n')
    .map(line => ({ [reported]: told('example.reported'), [silent]: told('example.silent') })[line] ?? line)
    .join('\n')
  return page.replace(`${heading}${sectionOf(page, told('page.examples'))}\n`, () => `${heading}${examples}\n`)
}
