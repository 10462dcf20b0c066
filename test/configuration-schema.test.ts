import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService, type LanguageService } from 'yaml-language-server'
import { pathItems } from '../server/src/model/residency.ts'
import { toUri } from '../server/src/text/uri.ts'
import { shippedSchema } from '../server/tools/configuration-schema.ts'
import { reviewTexts } from './support/fixtures.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { yamlValidation: { fileMatch: string; url: string }[] }
}

/** The server of the YAML extension, told of our schema as that extension reads it from our manifest. */
function yamlServer(): LanguageService {
  const nothing = (): undefined => undefined
  const service: LanguageService = getLanguageService({
    schemaRequestService: async () => JSON.stringify(shippedSchema()),
    workspaceContext: { resolveRelativePath: (path: string) => path },
    connection: { onRequest: nothing, sendRequest: nothing, console: { log: nothing, error: nothing } },
    telemetry: { send: nothing, sendError: nothing, sendTrack: nothing },
    yamlSettings: { providerSettings: {} },
  } as unknown as Parameters<typeof getLanguageService>[0])
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    isKubernetes: false,
    customTags: [],
    schemas: manifest.contributes.yamlValidation.map(({ fileMatch, url }) => ({ uri: url, fileMatch: [fileMatch] })),
  })
  return service
}

describe('the YAML extension, in .kafka-review.yaml', () => {
  const service = yamlServer()
  let version = 0
  const open = (text: string): TextDocument =>
    TextDocument.create('file:///shop/.kafka-review.yaml', 'yaml', ++version, text)
  const offered = async (text: string): Promise<string[]> => {
    const document = open(text.replace('|', ''))
    const { items } = await service.doComplete(document, document.positionAt(text.indexOf('|')), false)
    return items.map(({ label }) => label)
  }

  it('offers keys, levels, codes, countries and providers', async () => {
    for (const [text, expected] of [
      [
        'version: 1\n|',
        [
          'policy',
          'destinations',
          'safeguards',
          'rules',
          'ignore',
          'record',
          'topics',
          'groups',
          'environments',
          'personalData',
        ],
      ],
      ['policy:\n  |', ['allowedCountries', 'foreignLaw', 'deniedProviders']],
      [
        'residency:\n  clusters:\n    - match: shop\n      |',
        ['owner', 'supportAccess', 'rpo', 'rto', 'drills', 'items'],
      ],
      ['residency:\n  clusters:\n    - match: shop\n      items:\n        |', Object.values(pathItems).flat()],
      ['policy:\n  foreignLaw: |', ['ignore', 'information', 'warning', 'error']],
      ['policy:\n  allowedCountries:\n    - |', ['EEA', 'adequate', 'DE', 'CH']],
      ['policy:\n  deniedProviders:\n    - |', ['snowflake', 'Amazon']],
      ['rules:\n  |', ['KR301', 'KR401', 'durability', 'transfer']],
      ['safeguards:\n  - destination: x\n    kind: |', ['scc', 'bcr', 'dpf', 'other']],
      ['destinations:\n  - match: x\n    country: |', ['FR']],
    ] as const) {
      const found = await offered(text)
      for (const label of expected)
        assert.ok(found.includes(label), `${label} is not offered in ${JSON.stringify(text)}: ${found.join()}`)
    }
  })

  it('explains a key', async () => {
    const document = open('policy:\n  foreignLaw: warning\n')
    const hover = await service.doHover(document, { line: 1, character: 4 })
    assert.match(JSON.stringify(hover), /How a provider under foreign law counts/)
  })

  it('takes what we take', async () => {
    const messages = async (text: string): Promise<unknown[]> =>
      (await service.doValidation(open(text), false)).map(({ message }) => message)
    assert.deepEqual(
      await messages(readFileSync('test/rules/KR902-unknown-rule-or-key/ok/.kafka-review.yaml', 'utf8')),
      [],
    )
    assert.deepEqual((await messages('policy:\n  alowed: [DE]\n')).length, 1)
    assert.deepEqual((await messages('safeguards:\n  - kind: scc\n')).length, 2)
  })
})

describe('the entry for the catalogue of SchemaStore', () => {
  const entry = JSON.parse(readFileSync('.github/schemastore/catalog-entry.json', 'utf8')) as Record<string, unknown>

  it('names the file and the schema that the package for npm brings', () => {
    assert.deepEqual(Object.keys(entry), ['name', 'description', 'fileMatch', 'url'])
    assert.deepEqual(
      entry.fileMatch,
      manifest.contributes.yamlValidation.map(({ fileMatch }) => fileMatch),
    )
    assert.equal(entry.url, 'https://unpkg.com/kafka-review/configuration.schema.json')
    // What the catalogue asks of names and descriptions.
    for (const words of [entry.name, entry.description]) assert.doesNotMatch(String(words), /schema|\n/i)
  })

  it('leads to a schema that takes what we take: the configurations of all fixtures and examples', () => {
    const takes = new Ajv({ strict: true, formats: { glob: true, regex: true } }).compile(shippedSchema())
    const uri = toUri('file:///.kafka-review.yaml')
    const counts = { taken: 0, refused: 0 }
    for (const path of readdirSync('test', { recursive: true, encoding: 'utf8' })) {
      if (basename(path) !== '.kafka-review.yaml') continue
      const text = readFileSync(join('test', path), 'utf8').replaceAll(/^# *\^.*\n/gm, '')
      const flaws = reviewTexts([{ uri, text }])
        .findings(uri)
        .filter(({ code }) => code === 'KR902')
      // A key whose value is still to be written.
      if (path.startsWith(join('rules', 'KR902-unknown-rule-or-key', 'unresolved'))) continue
      assert.equal(takes(parse(text)), flaws.length === 0, path)
      counts[flaws.length === 0 ? 'taken' : 'refused']++
    }
    assert.ok(counts.taken > 40 && counts.refused > 3, JSON.stringify(counts))
  })
})
