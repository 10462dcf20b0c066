import { readFile, writeFile } from 'node:fs/promises'
import { formats } from '../src/formats/formats.ts'

interface Manifest {
  activationEvents: string[]
  kafkaReview: unknown
}

/** The manifest with the parts that follow from the formats: when the extension starts, and how it tells its files. */
export function withGenerated(manifest: Manifest): Manifest {
  const patternsOf = (endings: readonly string[]): string[] => endings.map(ending => (ending.startsWith('/') ? `**${ending}` : `**/*${ending}`))
  const languages = [...new Set(formats.flatMap(format => format.languages))]
  // What a name alone tells is looked for in the workspace; the rest wakes the extension when it is opened.
  const named = formats.filter(({ contains }) => contains === '').flatMap(({ endings }) => patternsOf(endings))
  return {
    ...manifest,
    activationEvents: [...languages.map(id => `onLanguage:${id}`), ...named.map(pattern => `workspaceContains:${pattern}`)],
    kafkaReview: { sniffs: formats.map(({ endings, languages: ids, contains }) => ({ patterns: patternsOf(endings), languages: ids, contains })) },
  }
}

/** The manifest file's text with its generated parts fresh. */
export const generateManifest = (text: string): string => `${JSON.stringify(withGenerated(JSON.parse(text) as Manifest), undefined, 2)}\n`

if (process.argv[1] === import.meta.filename) {
  const path = 'package.json'
  await writeFile(path, generateManifest(await readFile(path, 'utf8')))
}
