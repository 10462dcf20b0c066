import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService, type LanguageService } from 'yaml-language-server'
import { pathItems } from '../server/src/model/residency.ts'
import { shippedSchema } from '../server/tools/configuration-schema.ts'

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
