import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { reviewTexts, root, uriOf } from './support/fixtures.ts'

interface Row {
  readonly key: string
  readonly off: readonly string[]
  readonly on: string
  readonly with?: { readonly key: string; readonly values: readonly string[] }
  readonly unless?: readonly string[]
  readonly takes:
    | 'acknowledgement'
    | 'certificate'
    | 'encryption'
    | 'authorisation'
    | 'authorisation-on-error'
    | 'type-check'
    | 'current-tls'
}

const { settings, phrases } = parse(readFileSync('server/src/knowledge/switches.yaml', 'utf8')) as {
  settings: readonly Row[]
  phrases: readonly { contains: string; takes: Row['takes'] }[]
}

/** Which rule says that a protection is gone, and a file in which it does. */
const said: Readonly<Record<Row['takes'], readonly [code: string, file: string]>> = {
  acknowledgement: ['KR308', 'client.properties'],
  certificate: ['KR506', 'client.properties'],
  encryption: ['KR502', 'connector.json'],
  authorisation: ['KR507', 'server.properties'],
  'authorisation-on-error': ['KR507', 'server.properties'],
  'type-check': ['KR511', 'client.properties'],
  'current-tls': ['KR514', 'client.properties'],
}

type Beside = Readonly<Record<string, string>>

const linesOf = (beside: Beside): string =>
  Object.entries(beside)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')

const texts: Readonly<Record<string, (key: string, value: string, beside?: Beside) => string>> = {
  'client.properties': (key, value, beside = {}) =>
    `bootstrap.servers=kafka-1.example.internal:9093\nsecurity.protocol=SSL\n${key}=${value}\n${linesOf(beside)}`,
  'connector.json': (key, value, beside = {}) =>
    JSON.stringify({
      name: 's-1',
      config: { 'connector.class': 'FileStreamSink', topics: 't-1', [key]: value, ...beside },
    }),
  'server.properties': (key, value) =>
    `node.id=1\nprocess.roles=broker\nlisteners=SSL://:9093\nssl.client.auth=required\nauthorizer.class.name=x\n${key}=${value}\n`,
}

const codes = (file: string, text: string, code: string): number =>
  reviewTexts([{ uri: root + file, text }])
    .findings(uriOf(file))
    .filter(finding => finding.code === code).length

/** How a file says a row's key, and which rule is to speak. */
function saying({ key, takes, with: other }: Row) {
  const between = key === 'security.inter.broker.protocol'
  const [code, file] = between ? ['KR501', 'server.properties'] : said[takes]
  const written = file === 'connector.json' && !between ? `dest.kafka.${key}` : key
  const beside = other ? { [written.replace(key, other.key)]: other.values[0] ?? '' } : {}
  const write = texts[file] ?? assert.fail(file)
  const count = (value: string, more: Beside = beside, spelled = written): number =>
    codes(file, write(spelled, value, more), code)
  return { code, written, count }
}

describe('settings that take a protection away', () => {
  for (const row of settings) {
    const { key, off, on } = row
    const { code, written, count } = saying(row)
    it(`${key} is ${code} at ${off.map(value => value || 'the empty value').join(', ')}, and at nothing else`, () => {
      for (const value of off.flatMap(one => [one, one.toUpperCase()])) assert.equal(count(value), 1, value)
      for (const value of [on, '${env:X}', '{{ .Values.x }}']) assert.equal(count(value), 0, value)
      assert.equal(count(off[0] ?? '', {}, `${written}.other`), 0)
    })
  }

  for (const row of settings.filter(({ with: other, unless }) => other || unless))
    it(`${row.key} takes nothing away where what stands beside it decides`, () => {
      const { count } = saying(row)
      const [off = ''] = row.off
      if (row.with) assert.equal(count(off, {}), 0)
      for (const text of row.unless ?? []) assert.equal(count(off, { 'connection.address': `x?${text}` }), 0, text)
    })

  for (const { contains, takes } of phrases) {
    const [code] = said[takes]
    it(`${contains} in an address is ${code}`, () => {
      assert.equal(
        codes(
          'connector.json',
          texts['connector.json']?.('connection.url', `x://db.example.internal/a?${contains}`) ?? '',
          code,
        ),
        1,
      )
      assert.equal(
        codes(
          'connector.json',
          texts['connector.json']?.('connection.url', `x://db.example.internal/a?${contains.replace(/=.*/, '')}`) ?? '',
          code,
        ),
        0,
      )
    })
  }
})
