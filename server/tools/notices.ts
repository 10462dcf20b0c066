import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** The folders of the packages of which bundles contain something, in the order of their names, from what esbuild says it put in. */
export function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const folders = new Set<string>()
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const input of Object.keys(inputs)) {
        const [folder] = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []
        if (folder !== undefined) folders.add(folder.slice(folder.indexOf('node_modules/')))
      }
    }
  }
  return [...folders].sort()
}

/** The licence texts of packages, as their licences ask for; throws where a package brings none. */
export function noticesOf(folders: readonly string[]): string {
  const own = readFileSync('LICENSE', 'utf8')
  const notices = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string
      version: string
      license?: string
    }
    const texts = readdirSync(folder)
      .filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file))
      .map(file => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim())
    if (texts.length === 0) texts.push(licenceInReadme(folder, name))
    // Every package of ours brings its own licence along: the same one is not repeated.
    const given = texts.map(text =>
      isCopyOf(text, own) ? `Licensed under ${license}; its text is the file LICENSE of this package.` : text,
    )
    return `${name} ${version} (${license ?? 'licence below'})\n\n${given.join('\n\n')}\n`
  })
  return `Kafka Review contains parts of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** Whether a text is our own licence once more: the same terms, and nobody named where a holder would be. */
function isCopyOf(text: string, own: string): boolean {
  const termsOf = (licence: string): string => licence.split('END OF TERMS')[0]?.replace(/\s+/g, ' ').trim() ?? ''
  return termsOf(text) === termsOf(own) && /Copyright .yyyy. .name of copyright owner./.test(text)
}

/** The licence that a readme holds, for packages that bring no file of their own. */
function licenceInReadme(folder: string, name: string): string {
  const readme = readdirSync(folder).find(file => /^readme/i.test(file))
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8')
  const [, licence] = /^#+\s*licen[cs]e\s*\n([\s\S]+?)(?=^#|$(?![\s\S]))/im.exec(text) ?? []
  if (licence === undefined || !existsSync(folder)) throw new Error(`${name}: no licence text`)
  return licence.trim()
}
