import { languages } from '../support/languages.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import type { Log } from 'sarif'
import { coverageOf } from '../../server/src/assess/coverage.ts'
import { openDb } from '../../server/src/assess/db.ts'
import { secretSpansIn } from '../../server/src/assess/secrets.ts'
import { reportFormats } from '../../server/src/report/formats.ts'
import { reportJson } from '../../server/src/report/json.ts'
import { lineHashes } from '../../server/src/report/line-hash.ts'
import type { Report } from '../../server/src/report/report.ts'
import { reportSarif } from '../../server/src/report/sarif.ts'
import { identitiesOf } from '../../server/src/rules/identity.ts'
import { reportText, type TextOptions } from '../../server/src/report/text.ts'
import { readCompany } from '../support/company.ts'
import { reviewTexts, root, theLibrary, uriOf } from '../support/fixtures.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { assertGolden } from '../support/golden.ts'
import type { Uri } from '../../server/src/text/uri.ts'

function reportOf(files: readonly { uri: Uri; text: string }[]): Report {
  const review = reviewTexts(files)
  const db = openDb(review.estate, theLibrary())
  return {
    coverage: files.flatMap(({ uri }) => {
      const known = coverageOf(uri, undefined, review.estate.facts(uri))
      return known ? [{ ...known, path: decodeURIComponent(uri.slice(root.length)), unread: [] }] : []
    }),
    files: files.map(({ uri, text }) => ({
      uri,
      path: decodeURIComponent(uri.slice(root.length)),
      text,
      lines: indexLines(text),
      secrets: secretSpansIn(db, uri, text),
      findings: review.findings(uri),
      identities: identitiesOf(review.findings(uri), review.estate.entities(uri)),
    })),
    problems: [{ path: 'huge.yaml', message: 'left out, 50 MB is more than a review takes' }],
  }
}

const company = (): Report => reportOf(readCompany())
const sarif = (report: Report): string => reportSarif(report, '0.0.0', theLibrary().knowledge, inEnglish)
const shown = (report: Report, options?: TextOptions): string => reportText(report, inEnglish.words, options)

interface ReportJson {
  readonly language: string
  readonly findings: readonly { readonly message: string }[]
}

describe('reports', () => {
  it('show people one line a finding', () => assertGolden('test/report/company.golden.txt', shown(company())))

  for (const { id, words } of languages.filter(locale => locale.id !== 'en'))
    it(`show people one line a finding in ${id}, with the evidence when they ask`, () => {
      assertGolden(`test/report/company.${id}.golden.txt`, reportText(company(), words, { explain: true }))
    })

  for (const locale of languages)
    it(`say in ${locale.id} what they say in English, of the same findings`, () => {
      const report = company()
      const [own, english] = [locale, inEnglish].map(one => JSON.parse(reportJson(report, one)) as ReportJson)
      assert.equal(own?.language, locale.id)
      const bare = (json: ReportJson | undefined): object[] =>
        (json?.findings ?? []).map(({ message: _, ...rest }) => rest)
      assert.deepEqual(bare(own), bare(english))
      const log = JSON.parse(reportSarif(report, '0.0.0', theLibrary().knowledge, locale)) as Log
      assert.equal(log.runs[0]?.language, locale.id)
      assert.deepEqual(
        log.runs[0]?.results?.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints]),
        (JSON.parse(sarif(report)) as Log).runs[0]?.results?.map(({ ruleId, partialFingerprints }) => [
          ruleId,
          partialFingerprints,
        ]),
      )
    })

  it('show people the line with carets, when they ask', () =>
    assertGolden('test/report/company-explained.golden.txt', shown(company(), { explain: true })))

  it('are for build servers', () => {
    const context = {
      version: '0.0.0',
      locale: inEnglish,
      knowledge: theLibrary().knowledge,
      fails: ({ level }: { level: string }) => level === 'error',
    }
    for (const [format, ending] of [
      ['github', 'txt'],
      ['gitlab', 'json'],
      ['junit', 'xml'],
      ['checkstyle', 'xml'],
    ] as const)
      assertGolden(`test/report/company-${format}.golden.${ending}`, reportFormats[format](company(), context))
  })

  it('have colours only for who wants them, around what is no text of a file', () => {
    const [plain, coloured] = [shown(company()), shown(company(), { coloured: true })]
    assert.ok(!plain.includes('\u001b'))
    assert.ok(coloured.includes('\u001b[31merror\u001b[0m KR401'))
    assert.equal(
      coloured
        .split(/(?<=\p{Cc})\[\d+m/u)
        .join('')
        .replaceAll('\u001b', ''),
      plain,
    )
  })

  it('are JSON by the contract', () => {
    const { version, findings, problems } = JSON.parse(reportJson(company(), inEnglish))
    assert.equal(version, 1)
    assert.deepEqual(problems, [{ path: 'huge.yaml', message: 'left out, 50 MB is more than a review takes' }])
    const transfer = findings.find(
      ({ code, file }: { code: string; file: string }) =>
        code === 'KR401' && file === 'connectors/customer-complaints.json',
    )
    assert.deepEqual(Object.keys(transfer), [
      'code',
      'name',
      'family',
      'level',
      'certainty',
      'file',
      'range',
      'message',
      'law',
      'data',
    ])
    assert.deepEqual(transfer.range, { start: { line: 6, column: 23 }, end: { line: 6, column: 104 } })
    const field = findings.find(
      ({ code, file }: { code: string; file: string }) => code === 'KR102' && file === 'schemas/kunden-value.avsc',
    )
    assert.deepEqual(field.data, {
      record: 'Kunde',
      field: 'schwerbehindert',
      category: 'health',
      subject: 'customer',
      grade: 'strong',
      identifies: 'attribute',
      fides: 'user.health_and_medical',
    })
    assert.deepEqual(
      findings
        .filter(({ suppressed }: { suppressed?: object }) => suppressed)
        .map(({ suppressed }: { suppressed: object }) => suppressed),
      [{ reason: 'readings repeat every ten seconds' }],
    )
  })

  it('are SARIF that its schema takes', () => {
    const schema = JSON.parse(
      readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
    ) as object
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
    const log = JSON.parse(sarif(company())) as Log
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)))
    const results = log.runs[0]?.results ?? []
    assert.ok(
      results.some(({ suppressions }) => suppressions?.[0]?.justification === 'readings repeat every ten seconds'),
    )
    for (const name of ['kafkaReview/v2', 'primaryLocationLineHash']) {
      const fingerprints = results.map(({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints?.[name]}`)
      assert.ok(!fingerprints.some(print => print.endsWith('undefined')), name)
      assert.equal(
        new Set(
          fingerprints.map(
            (fingerprint, index) =>
              `${fingerprint} ${results[index]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri}`,
          ),
        ).size,
        fingerprints.length,
        `${name} tells findings of a file apart`,
      )
    }
  })

  it('give the hashes of lines that code scanning gives', () => {
    // A case of the tests of github/codeql-action.
    const hashes = lineHashes(' a\nb\n  \t\tc\n d')
    assert.deepEqual([0, 1, 2, 3].map(hashes), [
      '271789c17abda88f:1',
      '54703d4cd895b18:1',
      '180aee12dab6264:1',
      'a23a3dc5e078b07b:1',
    ])
  })

  it('know a finding again when lines have moved', () => {
    const prints = (report: Report): unknown[] =>
      (JSON.parse(sarif(report)) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints?.['kafkaReview/v2'],
      ) ?? []
    const moved = readCompany().map(({ uri, text }) => ({
      uri,
      text: uri.endsWith('.yaml') ? `# moved\n\n${text}` : text,
    }))
    assert.deepEqual(prints(reportOf(moved)), prints(company()))
  })

  it('never repeat a secret', () => {
    const secrets = [
      'Winterhafen-2291',
      'Lotsenboot-5518',
      'Anker-8812',
      'Kranich-77',
      'Kranich-78',
      'Kranich-79',
      'Kranich-80',
      'Eichenlaub-4471',
    ]
    const files = [
      ...['sink.json', 'inside-urls.json', 'connector.yaml'].map(name => ({
        uri: uriOf(name),
        text: readFileSync(`test/rules/KR505-secret-in-configuration/${name}`, 'utf8').replace(/^.*\^ KR.*\n/gm, ''),
      })),
      ...readCompany(),
    ]
    const report = reportOf(files)
    const outputs = Object.values(reportFormats).map(write =>
      write(report, {
        version: '0.0.0',
        locale: inEnglish,
        knowledge: theLibrary().knowledge,
        fails: () => true,
        explain: true,
      }),
    )
    assert.ok(outputs.length > 6)
    for (const output of [...outputs, shown(report)])
      for (const secret of secrets)
        assert.ok(!output.includes(secret), `${secret} in ${output.split('\n').find(line => line.includes(secret))}`)
  })

  it('print what files say as data: no line, no colour, no command of theirs', () => {
    const name = 'orders\\n::error::pwned\\u001b[2J\\u202e ##vso[task.setvariable variable=x]y'
    const text = `{"name": "${name}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t", "s3.region": "us-east-1"}} ##[error]x\u001b[31m`
    const report = reportOf([{ uri: toUri(`${root}sink.json`), text }])
    const printed = shown({
      files: report.files.map(file => ({ ...file, path: '::set-output name=x::y.json' })),
      coverage: [],
      problems: [{ path: ' ::error::x', message: 'a\n::error::b' }],
    })
    assert.match(printed, /Sink "orders\\u\{a\}::error::pwned\\u\{1b\}\[2J\\u\{202e\} #\\#vso\[task/)
    assert.match(printed, /^\\::set-output name=x::y\.json:1:/m)
    assert.doesNotMatch(printed, /^\s*::|##\w*\[/m)
    assert.doesNotMatch(printed, /(?!\n)\p{Cc}|\u202e/u)
  })

  it('grow with their findings, not with the length of their lines', () => {
    const fields = (count: number): string =>
      Array.from({ length: count }, (_, i) => `{"name":"email_${i}","type":"string"}`).join(',')
    const size = (count: number): number =>
      shown(
        reportOf([
          {
            uri: toUri(`${root}customer.avsc`),
            text: `{"type":"record","name":"Customer","fields":[${fields(count)}]}`,
          },
        ]),
        { explain: true },
      ).length
    const [small, large] = [size(50), size(400)]
    assert.ok(large < small * 9, `${small} characters for 50 findings, ${large} for 400`)
    const wide = shown(
      reportOf([
        { uri: toUri(`${root}customer.avsc`), text: `{"type":"record","name":"Customer","fields":[${fields(50)}]}` },
      ]),
      { explain: true },
    ).split('\n')
    const place = wide.findIndex(line => line.startsWith('customer.avsc:1:') && line.includes('email_25'))
    const [source = '', carets = ''] = wide.slice(place + 2, place + 4)
    assert.equal(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1).replaceAll('"', ''), 'email_25')
    assert.ok(source.length < 200)
  })

  it('strike out a secret wherever it stands again', () => {
    const sink = (extra: string): string =>
      `{"name": "s", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t", "connection.password": "Winterhafen-2291", ${extra}}}`
    const report = reportOf([
      { uri: toUri(`${root}a.json`), text: sink('"s3.region": "us-east-1", "notes": "Winterhafen-2291"') },
      {
        uri: toUri(`${root}b.json`),
        text: '{"name": "t", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "Winterhafen-2291", "s3.region": "us-east-1"}}',
      },
    ])
    assert.ok(report.files.every(({ findings }) => findings.length > 0))
    const printed = shown(report, { explain: true })
    assert.ok(!printed.split('\n').some(line => /^\d+ \|/.test(line) && line.includes('Winterhafen')), printed)
    assert.match(printed, /^1 \| .*"connection\.password": "\*\*\*"/m)
  })
})
