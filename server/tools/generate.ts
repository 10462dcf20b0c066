import { formatNotes } from './format-notes.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { formats } from '../src/reader/formats.ts'
import { groupBy } from '../src/text/order.ts'
import { pagePath, summaryOf } from '../src/rules/page.ts'
import { rules } from '../src/rules/registry.ts'

interface Manifest {
  activationEvents: string[]
  kafkaReview: unknown
}

/** Languages that VS Code or this extension brings; files of others open as plain text where their extension is not installed. */
const builtIn: ReadonlySet<string> = new Set([
  'dotenv',
  'shellscript',
  'sql',
  'yaml',
  'json',
  'jsonc',
  'properties',
  'dockercompose',
  'avro',
  'avro-idl',
])

/** Endings of files that stand in most workspaces and are seldom ours: they wake nothing by being there. */
const common: ReadonlySet<string> = new Set(['.toml'])

/** The manifest with the parts that follow from the formats: when the extension starts, and how it tells its files. */
function withGenerated(manifest: Manifest): Manifest {
  // Marks that need a second look stand in many files that are not ours: they wake nothing.
  const told = formats.filter(format => !('onlyNamed' in format) && !format.fits)
  const languages = [...new Set(told.flatMap(format => format.languages))]
  // What a name alone tells is looked for in the workspace, and so is what no language of the editor itself stands for; the rest wakes the extension when it is opened.
  const named = told
    .filter(({ marks, languages: ids }) => marks.length === 0 || (ids.length > 0 && !ids.some(id => builtIn.has(id))))
    .flatMap(({ endings }) => patternsOf(endings.filter(ending => !common.has(ending))))
  return {
    ...manifest,
    activationEvents: [
      ...languages.map(id => `onLanguage:${id}`),
      ...named.map(pattern => `workspaceContains:${pattern}`),
    ],
    kafkaReview: {
      sniffs: sniffsOf(told),
    },
  }
}

/** The patterns of files with such endings. */
const patternsOf = (endings: readonly string[]): string[] =>
  endings.map(ending => (ending.startsWith('/') ? `**${ending}` : `**/*${ending}`))

/** What a file is looked at for, once for all formats of the same endings: any mark of one of them tells. */
const sniffsOf = (told: typeof formats): { patterns: string[]; languages: string[]; marks: string[] }[] =>
  [...groupBy(told, ({ endings }) => endings.join(' ')).values()].map(alike => ({
    patterns: patternsOf(alike[0]?.endings ?? []),
    languages: [...new Set(alike.flatMap(({ languages }) => languages))],
    marks: alike.some(({ marks }) => marks.length === 0) ? [] : [...new Set(alike.flatMap(({ marks }) => marks))],
  }))

/** The text of package.json with its generated parts fresh. */
export const generateManifest = (text: string): string =>
  `${JSON.stringify(withGenerated(JSON.parse(text) as Manifest), undefined, 2)}\n`

/** The text of README.md with its table of rules fresh. */
export const generateReadme = (text: string): string =>
  text.replace(
    /(<!-- rules -->\n)[\s\S]*(<!-- end of rules -->)/,
    (_whole, open: string, close: string) => `${open}${ruleTable()}${close}`,
  )

/** The page of all formats; the package goes without it. */
const generateFormats = (): string =>
  [
    '# What is read',
    '',
    'By file; those without a word that their format must hold are not parsed. Written by `npm run generate` from `src/reader/formats.ts` and `tools/format-notes.ts`.',
    '',
    '| format | files | what is read |',
    '|---|---|---|',
    ...formats.flatMap(({ name, endings }) => {
      const reads = formatNotes.get(name)
      return reads === undefined ? [] : [`| ${name} | ${filesOf(endings)} | ${reads} |`]
    }),
    '',
  ].join('\n')

/** Files of variables have many stages: two names tell enough. */
const filesOf = (endings: readonly string[]): string =>
  [...endings.slice(0, 4).map(ending => `\`${ending.replace(/^\//, '')}\``), ...(endings.length > 4 ? ['…'] : [])].join(
    ' ',
  )

const ruleTable = (): string =>
  [
    '| | rule | says |',
    '|---|---|---|',
    ...rules.map(
      rule => `| ${rule.code} | [${rule.name}](server/src/rules/${pagePath(rule)}) | ${summaryOf(rule.page)} |`,
    ),
    '',
  ].join('\n')

/** The pages of all rules in a language: a page that is not written yet is missing by its name. */
const generatePages = (id: 'de' | 'fr', language: string) => (): string =>
  [
    "import type { RuleCode } from '../../words/message.ts'",
    ...rules.map(
      rule => `import ${rule.code.toLowerCase()} from '../../rules/${pagePath(rule).replace(/\.md$/, `.${id}.md`)}'`,
    ),
    '',
    `/** The pages of the rules in ${language}, without their examples. Written by \`npm run generate\`. */`,
    'export const pages: Readonly<Record<RuleCode, string>> = {',
    ...rules.map(({ code }) => `  ${code}: ${code.toLowerCase()},`),
    '}',
    '',
  ].join('\n')

/** The files with generated parts, and what makes them fresh. */
export const generated: Readonly<Record<string, (text: string) => string>> = {
  'package.json': generateManifest,
  'README.md': generateReadme,
  'server/FORMATS.md': generateFormats,
  'server/src/locale/pages/de.ts': generatePages('de', 'German'),
  'server/src/locale/pages/fr.ts': generatePages('fr', 'French'),
}

if (process.argv[1] === import.meta.filename)
  for (const [path, refresh] of Object.entries(generated)) await writeFile(path, refresh(await readFile(path, 'utf8')))
