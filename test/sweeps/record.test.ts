import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import type { Destination } from '../../server/src/assess/destination.ts'
import { destinationsOf } from '../../server/src/assess/residency.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { processingsOf, recordOf } from '../../server/src/records/activities.ts'
import { cellNames, cellsOf, type CellName } from '../../server/src/records/cells.ts'
import { recordMarkdown } from '../../server/src/records/markdown.ts'
import type { ProcessingRecord, Value } from '../../server/src/records/record.ts'
import { servicesOf, serviceWords } from '../../server/src/records/services.ts'
import { english } from '../../server/src/records/words/en.ts'
import { languages } from '../support/languages.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { word } from '../../server/src/words/message.ts'
import { everyFixture } from '../support/company.ts'
import { reviewTexts, theLibrary, uriOf } from '../support/fixtures.ts'

/** The rules that say that something leaves the EEA. */
const transferCodes = new Set(['KR401', 'KR402', 'KR403', 'KR404', 'KR406'])
const categoryCodes = new Set(['KR101', 'KR102', 'KR103'])
const outside: readonly string[] = ['adequate', 'conditional', 'third']

const fixtures = everyFixture()

const keyOf = ({ file, span }: Place): string => `${file} ${span.start}`
const placesOf = (values: readonly Value[]): Set<string> => new Set(values.flatMap(({ places }) => places.map(keyOf)))

/** All values of a cell, those of the annex among them. */
const valuesOf = ({ activities, systems, schemas }: ProcessingRecord, cell: CellName): Value[] => [
  ...activities.flatMap(({ cells }) => cells[cell]),
  ...(cell === 'categories' ? schemas.flatMap(({ categories }) => categories) : []),
  ...(cell === 'transfers' || cell === 'recipients' ? systems.flatMap(system => system[cell]) : []),
]

const leaves = ({ role, status }: Destination): boolean =>
  role !== 'registry' && (outside.includes(status) || status === 'open')

function transfersAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'transfers'))
  const wanted = findings.filter(({ code, data }) => transferCodes.has(code) && outside.includes(String(data.status)))
  for (const { code, at } of wanted) assert.ok(told.has(keyOf(at)), `${code} at ${keyOf(at)} is no transfer`)
  return wanted.length
}

function recipientsAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'recipients'))
  const missing = valuesOf(record, 'transfers').filter(({ basis }) => basis === 'missing')
  const owned = findings.filter(({ code }) => code === 'KR405')
  for (const { at } of owned) assert.ok(told.has(keyOf(at)), `KR405 at ${keyOf(at)} is no recipient`)
  for (const { at } of findings.filter(({ code }) => code === 'KR407'))
    assert.ok(
      missing.some(({ places }) => places.some(({ file }) => file === at.file)),
      `the country at ${keyOf(at)} is not missing`,
    )
  return owned.length
}

/** Every field that is told to be personal, and not only to be decided. */
function categoriesAreTold(record: ProcessingRecord, findings: readonly Finding[]): number {
  const told = placesOf(valuesOf(record, 'categories'))
  const wanted = findings.filter(({ code, level }) => categoryCodes.has(code) && level !== 'hint')
  for (const { code, at } of wanted) assert.ok(told.has(keyOf(at)), `${code} at ${keyOf(at)} is no category`)
  return wanted.length
}

/** The other way round: a transfer has a destination behind it, and where one leaves or is open no cell says that there is none. */
function nothingIsMadeUp(record: ProcessingRecord, db: Db): void {
  const known = new Set(
    [...db.estate.files()]
      .flatMap(file => processingsOf(db, file))
      .filter(({ kind }) => kind !== 'schema')
      .flatMap(of => destinationsOf(db, of).filter(leaves))
      .map(({ at }) => keyOf(at)),
  )
  for (const { basis, places, text } of valuesOf(record, 'transfers'))
    if (basis !== 'missing' && basis !== 'unknown')
      assert.ok(
        places.map(keyOf).some(key => known.has(key)),
        `nothing stands behind "${text(english)}"`,
      )
  for (const { name, destinations, cells } of record.activities)
    if (destinations.some(leaves))
      assert.ok(
        cells.transfers.every(({ basis }) => basis !== 'unknown'),
        `${name} denies its transfers`,
      )
}

/** What some fixture's record shows of each question that is answered from files. */
const answers: Readonly<Record<string, RegExp>> = {
  'what in the systems it is': /^source topic: /,
  'categories of data subjects': /^subjects proven: |^subjects inferred: customers$/,
  'categories of personal data, by field': /^categories proven: e-mail address \(/,
  'special categories, Art. 9': /^categories (?:proven|inferred): health data .*Art\. 9$/,
  'criminal convictions, Art. 10': /^categories (?:proven|inferred): .*Art\. 10$/,
  'source of the data': /^origins proven: connector shop: shop\.example\.com$/,
  recipients: /^recipients proven: (?:sink|mirror) /,
  'who reads within Kafka': /^readers proven: consumer group /,
  'processors, and who owns them': /^recipients proven: .*; group /,
  'services of others, with their countries (DORA Art. 28(3), 30(2)(b), NIS2 Art. 21(2)(d))':
    /^service: Amazon: .*United States/,
  'whose law reaches them': /^finding KR405$/,
  'third countries, by name': /^transfers (?:proven|missing|declared): sink .* to India/,
  'safeguards, Art. 46; adequacy, Art. 45, until when': /^transfers proven: .*adequacy decision .*, until /,
  'where the data is, cloud regions': /^location proven: .*: (?:Ireland|Germany)/,
  'time limits for erasure, for each topic': /^retention (?:proven|inferred): deleted, .* at the latest after about /,
  'encryption in transit': /^measures proven: encryption in transit: all listeners /,
  'authentication of clients': /^measures proven: authentication: /,
  'access control': /^measures proven: access control: /,
  'encryption at rest, own keys': /^measures proven: encryption at rest: own key /,
  logging: /^measures proven: .*log/,
  'limits on networks': /^measures proven: network: /,
  'pseudonymisation, minimisation': /^measures proven: pseudonymisation or minimisation: .* masks /,
  availability: /^measures proven: availability: 3 copies /,
  'classification of data': /^measures proven: classification: /,
  'impact assessment to be examined': /^assessment inferred: to be examined: /,
  'accepted risks, with reasons': /^accepted: ./,
}

/** The cells that an activity leaves without any word. */
const silent = ({ activities }: ProcessingRecord): string[] =>
  activities.flatMap(({ name, role, cells }) =>
    cellsOf(role).flatMap(cell => (cells[cell].length > 0 ? [] : [`${name}: ${cell}`])),
  )

/** A record in lines, one an answer. */
const linesOf = (record: ProcessingRecord, findings: readonly Finding[]): string[] => [
  ...record.activities.flatMap(({ sources }) => sources.map(({ kind, name }) => `source ${kind}: ${name}`)),
  ...cellNames.flatMap(cell => valuesOf(record, cell).map(({ basis, text }) => `${cell} ${basis}: ${text(english)}`)),
  ...servicesOf(record.activities).map(service => `service: ${serviceWords(service, english)}`),
  ...record.accepted.map(({ reason }) => `accepted: ${reason}`),
  ...findings.map(({ code }) => `finding ${code}`),
]

/** The authorities' questions, with what answers them. */
const questions = readFileSync('server/src/records/README.md', 'utf8')
  .split('\n')
  .filter(line => /^\| (?!question|---)/.test(line))
  .map(line => line.split('|').map(text => text.trim()))
  .map(cells => ({ question: cells[1] ?? '', answer: cells.at(-2) ?? '' }))

/** What no other fixture shows: a source, and a listener that few can reach. */
const orders = {
  name: 'orders from a shop',
  files: [
    {
      uri: uriOf('orders.yaml'),
      text: `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: main
spec:
  kafka:
    listeners:
      - name: tls
        port: 9093
        type: internal
        tls: true
        networkPolicyPeers:
          - podSelector: { matchLabels: { app: orders } }
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: shop-orders
  labels: { strimzi.io/cluster: main }
spec: { replicas: 3 }
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata: { name: shop }
spec:
  class: io.confluent.connect.jdbc.JdbcSourceConnector
  config:
    connection.url: jdbc:postgresql://shop.example.com/shop?user=reader
    topic.prefix: shop-
    table.whitelist: orders
`,
    },
    {
      uri: uriOf('shop-orders-value.avsc'),
      text: '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}',
    },
  ],
}

describe('the record says no less than the findings', () => {
  const lines = new Set<string>()
  const compared = { transfers: 0, recipients: 0, categories: 0 }
  for (const { name, files } of [...fixtures, orders])
    it(`of ${name}`, () => {
      const review = reviewTexts(files)
      const db = openDb(review.estate, theLibrary())
      const findings = files.flatMap(({ uri }) => [...review.findings(uri)])
      const record = recordOf(db, review.estate.files(), findings)
      compared.transfers += transfersAreTold(record, findings)
      compared.recipients += recipientsAreTold(record, findings)
      compared.categories += categoriesAreTold(record, findings)
      nothingIsMadeUp(record, db)
      assert.deepEqual(silent(record), [])
      for (const line of linesOf(record, findings)) lines.add(line)
      for (const { message, because, sources } of findings) {
        const said = [message, ...because].map(one => word(one, english.messages))
        assert.doesNotMatch(said.join('\n'), /from memory/)
        assert.doesNotMatch(sources.join('\n'), /(?:owner|law)[^\n]*from memory/i)
      }
      for (const words of languages.map(({ record }) => record))
        assert.doesNotMatch(
          recordMarkdown(record, words, { show: ({ file }) => file }),
          /no reason for one|kein Anlass|pas la nécessité|from memory|undefined/,
        )
    })

  it('has compared many of each', () => {
    const { transfers, recipients, categories } = compared
    assert.ok(transfers > 60 && recipients > 20 && categories > 4, JSON.stringify(compared))
  })

  it('answers each question of the authorities, more than twenty of them from files alone, as some fixture shows', () => {
    for (const { question, answer } of questions)
      assert.match(answer, /proven|declared|missing|not asked|signs/, question)
    const shown = questions.filter(({ answer }) => /proven|signs from/.test(answer)).map(({ question }) => question)
    assert.deepEqual(Object.keys(answers), shown)
    assert.ok(shown.length > 20)
    const unanswered = shown.filter(question => ![...lines].some(line => answers[question]?.test(line)))
    assert.deepEqual(unanswered, [])
  })
})
