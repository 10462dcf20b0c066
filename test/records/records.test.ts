import assert from 'node:assert/strict'
import type { Place } from '../../server/src/model/fact.ts'
import { activityOf, processingsOf, recordOf } from '../../server/src/records/activities.ts'
import { authorityForms, authorityTable } from '../../server/src/records/authority-forms.ts'
import { citationsIn, withCitations } from '../../server/src/records/citations.ts'
import { driftOf, readsAs } from '../../server/src/records/drift.ts'
import { withoutComment, type Statement } from '../../server/src/records/kept.ts'
import { recordFormats, type RecordFormat } from '../../server/src/records/formats.ts'
import { guard, recordCsv } from '../../server/src/records/csv.ts'
import { recordMarkdown } from '../../server/src/records/markdown.ts'
import type { CellName } from '../../server/src/records/cells.ts'
import type { ProcessingRecord } from '../../server/src/records/record.ts'
import { english } from '../../server/src/records/words/en.ts'
import { languages } from '../support/languages.ts'
import { strFromU8, unzipSync } from 'fflate/browser'
import { layoutOf } from '../../server/src/records/layout.ts'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import { durationOf } from '../../server/src/assess/duration.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { readCompany } from '../support/company.ts'
import { reviewTexts, root, theLibrary } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { word } from '../../server/src/words/message.ts'

const company = readCompany()
const show = ({ file, span }: Place): string =>
  `${decodeURIComponent(file.slice(root.length))}:${indexLines(company.find(({ uri }) => uri === file)?.text ?? '').position(span.start).line + 1}`

/** The words that a reader of a rendered text sees: what holds a letter or a digit, places and states included. */
const wordsIn = (text: string): number =>
  withoutComment(text)
    .replace(/<br>/g, ' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length

describe('the Art. 30 record', () => {
  let db: Db
  let record: ProcessingRecord
  before(() => {
    const review = reviewTexts(company)
    db = openDb(review.estate, theLibrary())
    const files = [...review.files()]
    record = recordOf(
      db,
      files,
      files.flatMap(file => review.findings(file)),
    )
  })

  it('of the example company is what its files prove and its configuration declares', () => {
    for (const { write, ending } of [
      recordFormats.csv,
      recordFormats.json,
      recordFormats.dpv,
      recordFormats.fides,
      recordFormats.html,
    ])
      assertGolden(`test/records/company.golden.${ending}`, String(write(record, english, { show }, db)))
    for (const words of languages.map(({ record }) => record))
      assertGolden(`test/records/company.${words.language}.golden.md`, recordMarkdown(record, words, { show }))
  })

  it('fills the columns of three authorities, each in its language, with what is declared and with what the files show', () => {
    const texts = readCompany('test/records/bank')
    const { estate: bank } = reviewTexts(texts)
    const record = recordOf(openDb(bank, theLibrary()), bank.files())
    for (const { write, ending } of [recordFormats.json, recordFormats.dpv, recordFormats.fides])
      assertGolden(
        `test/records/bank.golden.${ending}`,
        String(write(record, english, { show: () => 'a file' }, openDb(bank, theLibrary()))),
      )
    for (const [name, form] of Object.entries(authorityForms)) {
      const locale = languages.find(({ id }) => id === form.language)
      assert.ok(locale)
      const [headings = [], ...rows] = authorityTable(record, form, locale.record)
      const sheets = rows.map(row => row.flatMap((text, index) => (text === '' ? [] : [`${headings[index]}: ${text}`])))
      assertGolden(`test/records/bank.${name}.golden.txt`, `${sheets.map(lines => lines.join('\n')).join('\n\n')}\n`)
    }
  })

  it('has in the forms of authorities every column of theirs, and who looks after an activity since when in its own', () => {
    const { estate: bank } = reviewTexts(readCompany('test/records/bank'))
    const record = recordOf(openDb(bank, theLibrary()), bank.files())
    const activities = record.activities.map(activity => ({
      ...activity,
      administration: { since: '2020-01-31', reviewed: '2026-10-01', owner: 'Accounts' },
    }))
    const told = Object.entries(authorityForms).map(([name, form]) => {
      const locale = languages.find(({ id }) => id === form.language)
      assert.ok(locale)
      const [headings = [], first = []] = authorityTable({ ...record, activities }, form, locale.record)
      const shown = ['2020-01-31', '2026-10-01', 'Accounts'].map(
        value => `${value}: ${headings[first.indexOf(value)] ?? 'nowhere'}`,
      )
      return `${name}\n${[...headings, '', ...shown].map(line => `  ${line}`.trimEnd()).join('\n')}\n`
    })
    assertGolden('test/records/authority-columns.golden.txt', told.join('\n'))
  })

  it('of a bank with twelve topics is told in fewer than 1500 words in each of three languages', () => {
    const texts = readCompany('test/records/bank')
    const { estate: bank } = reviewTexts(texts)
    const db = openDb(bank, theLibrary())
    const where = ({ file, span }: Place): string =>
      `${decodeURIComponent(file.slice(root.length))}:${indexLines(texts.find(({ uri }) => uri === file)?.text ?? '').position(span.start).line + 1}`
    const record = recordOf(db, bank.files())
    for (const words of languages.map(({ record }) => record)) {
      const markdown = recordMarkdown(record, words, { show: where })
      assertGolden(`test/records/bank.${words.language}.golden.md`, markdown)
      assert.ok(wordsIn(markdown) < 1500, `${wordsIn(markdown)} words in ${words.language}`)
    }
    assert.deepEqual(
      record.activities.map(({ name, special }) => `${name}${special ? ' !' : ''}`),
      ['staff !', 'Credit decisions', 'Payments', 'cards.locations', 'kunden'],
    )
  })

  it('of two hundred topics is told in fewer than 9000 words', () => {
    const kinds = ['customer', 'order', 'invoice', 'patient', 'claim']
    const families = Array.from({ length: 40 }, (_, index) => `dom${index % 8}.${kinds[index % 5]}${index}`)
    const topics = families.flatMap(family =>
      ['created', 'changed', 'closed', 'deleted', 'dlq'].map(what => `${family}.${what}`),
    )
    const { estate: large } = reviewTexts([
      {
        uri: `${root}topics.yaml`,
        text: topics
          .map(
            name =>
              `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: main\nspec:\n  partitions: 3\n  replicas: 3\n`,
          )
          .join('---\n'),
      },
      {
        uri: `${root}cluster.yaml`,
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: main\nspec:\n  kafka:\n    listeners: []\n',
      },
      ...topics.map((name, index) => ({
        uri: `${root}${name}-value.avsc`,
        text: `{"type": "record", "name": "T${index}", "fields": [{"name": "email", "type": "string"}, {"name": "full_name", "type": "string"}, {"name": "iban", "type": "string"}, {"name": "${index % 7 === 0 ? 'diagnosis' : 'phone_number'}", "type": "string"}]}`,
      })),
      ...families.slice(0, 10).map((family, index) => ({
        uri: `${root}sink-${index}.json`,
        text: `{"name": "sink-${index}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "${family}.created,${family}.changed", "s3.region": "us-east-1"}}`,
      })),
    ])
    const record = recordOf(openDb(large, theLibrary()), large.files())
    assert.equal(record.activities.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'topic')).length, 200)
    const markdown = recordMarkdown(record, english, { show: ({ file }) => `${file.slice(root.length)}:7` })
    assert.ok(wordsIn(markdown) < 9000, `${wordsIn(markdown)} words`)
  })

  it('takes what the neutral name of a group stands for as its declared purpose', () => {
    const review = reviewTexts([
      {
        uri: `${root}.kafka-review.yaml`,
        text: 'version: 1\ngroups:\n  aliases:\n    cg-7f3a9c: reminders of unpaid invoices\n    cg-51d0e7: stocktaking\n',
      },
      {
        uri: `${root}sink.json`,
        text: '{"name": "s-1", "config": {"connector.class": "FileStreamSink", "topics": "t-17", "consumer.override.group.id": "cg-7f3a9c"}}',
      },
      {
        uri: `${root}consumer.properties`,
        text: 'bootstrap.servers=kafka-1.lindenhof.example:9093\nsecurity.protocol=SSL\ngroup.id=cg-51d0e7\n',
      },
    ])
    const { activities } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(
        ({ name, cells }) =>
          `${name}: ${cells.purposes.map(({ text, basis }) => `${text(english)} (${basis})`).join()}`,
      ),
      ['consumer: stocktaking (declared)', 's-1: reminders of unpaid invoices (declared)'],
    )
  })

  it('gives each of several sinks in a file the purpose of its own group, and knows no activity of what moves no data', () => {
    const sink = (name: string, group: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: ${name}\nspec:\n  class: FileStreamSink\n  config:\n    topics: t-17\n    consumer.override.group.id: ${group}\n`
    const beat =
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: beat\nspec:\n  class: example.Heartbeat\n  config:\n    interval: 5\n    group.id: cg-51d0e7\n'
    const review = reviewTexts([
      {
        uri: `${root}.kafka-review.yaml`,
        text: 'version: 1\ngroups:\n  aliases:\n    cg-7f3a9c: reminders of unpaid invoices\n    cg-51d0e7: stocktaking\n',
      },
      { uri: `${root}sinks.yaml`, text: [sink('s-1', 'cg-7f3a9c'), sink('s-2', 'cg-51d0e7'), beat].join('---\n') },
    ])
    const { activities } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(({ name, cells }) => `${name}: ${cells.purposes.map(({ text }) => text(english)).join()}`),
      ['s-1: reminders of unpaid invoices', 's-2: stocktaking'],
    )
  })

  it('calls what has no name by its file, in every language', () => {
    const sink = (path: string): { uri: string; text: string } => ({
      uri: `${root}${path}`,
      text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  labels: {}\nspec:\n  class: io.confluent.connect.s3.S3SinkConnector\n  config:\n    topics: patients\n    s3.region: us-east-1\n',
    })
    const review = reviewTexts([sink('ward a.yaml'), sink('lab.yaml')])
    const { activities } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(({ name }) => name),
      ['lab.yaml', 'ward a.yaml'],
    )
  })

  it('is the same whatever order the files are read in', () => {
    const reversed = reviewTexts([...company].reverse()).estate
    assert.equal(
      recordMarkdown(
        { ...recordOf(openDb(reversed, theLibrary()), reversed.files()), accepted: record.accepted },
        english,
        { show },
      ),
      recordMarkdown(record, english, { show }),
    )
  })

  it('keeps what is declared in its cell: no line, no heading, no row of its own', () => {
    const review = reviewTexts([
      {
        uri: `${root}.kafka-review.yaml`,
        text: 'version: 1\nrecord:\n  controller: "A\\n# Heading\\n| forged | row |"\n  activities:\n    - match: "pay*"\n      purposes: ["b\\r\\n\\r\\n# Heading\\u2028<script>alert(1)</script> ![x](https://e.example/x.png)"]\n',
      },
      {
        uri: `${root}s.json`,
        text: '{"name": "pay\\n## Heading", "config": {"connector.class": "FileStreamSink", "topics": "t-17"}}',
      },
    ])
    const forged = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.equal(forged.activities.length, 1)
    const markdown = recordMarkdown(forged, english, { show: () => 'a|b\n# Heading' })
    assert.deepEqual(markdown.match(/^#+ .*$/gm), [
      `# ${english.title}`,
      '## Summary',
      '## pay \\#\\# Heading',
      '## What is missing',
    ])
    assert.doesNotMatch(markdown, /^\| forged|(?<!\\)<script|(?<!\\)!\[|\u2028/m)
    for (const line of markdown.split('\n').filter(row => row.startsWith('|')))
      assert.equal(line.match(/(?<!\\)\|/g)?.length, 5, line)
    const html = String(recordFormats.html.write(forged, english, { show }))
    assert.doesNotMatch(html, /<script|<img/)
  })

  const bank = readCompany('test/records/bank')
  const withDeclarations = (yaml: string): ProcessingRecord => {
    const { estate: declared } = reviewTexts(
      bank.map(({ uri, text }) => ({
        uri,
        text: uri.endsWith('.kafka-review.yaml') ? text.replace('record:\n', yaml) : text,
      })),
    )
    return recordOf(openDb(declared, theLibrary()), declared.files())
  }
  const saidIn = ({ activities }: ProcessingRecord, name: string, cell: CellName): string[] =>
    activities
      .filter(activity => activity.name === name)
      .flatMap(({ cells }) => cells[cell].map(({ text, basis }) => `${text(english)} (${basis})`))

  it('asks for access from third countries until somebody declares it, and takes access from one as a transfer', () => {
    const open = /access from third countries/
    assert.ok(record.activities.every(({ name }) => saidIn(record, name, 'transfers').some(text => open.test(text))))
    const settled = withDeclarations(`residency:
  clusters:
    - { match: branch, supportAccess: none }
record:
  version: "7"
  processors:
    - { name: AWS EMEA SARL, provider: Amazon, contract: DPA-1, accessFrom: [DE, IN] }
    - { name: Snowflake Netherlands, provider: Snowflake, contract: DPA-2, accessFrom: none }
`)
    assert.deepEqual(saidIn(settled, 'staff', 'transfers'), ['nobody has access from third countries (declared)'])
    assert.deepEqual(saidIn(settled, 'Credit decisions', 'transfers'), [
      'access to AWS EMEA SARL from India: safeguard to be declared (missing)',
    ])
    assert.ok(
      saidIn(settled, 'kunden', 'transfers').some(text => open.test(text)),
      'nobody tells from where Salesforce',
    )
    assert.deepEqual(layoutOf(settled).owners, ['Salesforce'])
    assert.ok(saidIn(settled, 'staff', 'controller').includes('version of the record: 7 (declared)'))
  })

  for (const [declared, said] of [
    ['', ['to be declared (missing)', 'exception of Art. 9(2) and law under Art. 10 to be declared (missing)']],
    [
      'legalBasis: "Art. 9(2)(b), section 26 BDSG"',
      [
        'Art. 9(2)(b), section 26 BDSG (declared)',
        'basis of Art. 6 to be declared (missing)',
        'law under Art. 10 to be declared (missing)',
      ],
    ],
    [
      'legalBasis: Art. 6 Abs. 1 lit. c DSGVO, conditions: [Art. 9 Abs. 2 lit. b, Art. 10 and a law]',
      [
        'Art. 6 Abs. 1 lit. c DSGVO (declared)',
        'exception of Art. 9(2) or law under Art. 10: Art. 9 Abs. 2 lit. b (declared)',
        'exception of Art. 9(2) or law under Art. 10: Art. 10 and a law (declared)',
      ],
    ],
    [
      'legalBasis: a contract of employment, conditions: explicit consent',
      [
        'a contract of employment (declared)',
        'exception of Art. 9(2) or law under Art. 10: explicit consent (declared)',
      ],
    ],
  ] as const)
    it(`asks of data under Art. 9 and 10 what is left open by ${declared === '' ? 'nothing' : declared}`, () => {
      const entry = `    - { match: "staff.*", name: Staff${declared === '' ? '' : `, ${declared}`} }`
      const { estate: own } = reviewTexts(
        bank.map(({ uri, text }) => ({ uri, text: text.replace('  activities:', `  activities:\n${entry}`) })),
      )
      const staff = recordOf(openDb(own, theLibrary()), own.files()).activities.find(({ special }) => special)
      assert.deepEqual(
        staff?.cells.legalBasis.map(({ text, basis }) => `${text(english)} (${basis})`),
        said,
      )
    })

  it('cites declared articles as its language does, and leaves what is in another', () => {
    for (const [text, ...cited] of [
      ['Art. 6(1)(b)', 'Art. 6 Abs. 1 Buchst. b', 'art. 6, par. 1, point b)'],
      [
        'Article 9(2)(b), section 26 BDSG',
        'Art. 9 Abs. 2 Buchst. b, section 26 BDSG',
        'art. 9, par. 2, point b), section 26 BDSG',
      ],
      ['Art. 6 Abs. 1 S. 1 lit. b', 'Art. 6 Abs. 1 S. 1 lit. b', 'Art. 6 Abs. 1 S. 1 lit. b'],
      ['a part 6 of nothing', 'a part 6 of nothing', 'a part 6 of nothing'],
    ] as const)
      assert.deepEqual(
        languages.filter(({ id }) => id !== 'en').map(({ record: { article } }) => withCitations(text, article)),
        cited,
      )
    assert.deepEqual(citationsIn('Art. 6 Abs. 1 S. 1 lit. b, art. 9, par. 2, point b), Article 10'), [
      { article: 6, paragraph: '1', letter: 'b' },
      { article: 9, paragraph: '2', letter: 'b' },
      { article: 10 },
    ])
  })

  it('asks how long each sink keeps its copies until somebody declares it', () => {
    const of = (yaml: string): string[] => saidIn(withDeclarations(yaml), 'Payments', 'retention').slice(1)
    assert.deepEqual(of('record:\n'), ['copies at ledger-archive: to be declared (missing)'])
    assert.deepEqual(of('record:\n  copies: [{ match: "ledger-*", retention: 10 years }]\n'), [
      'copies at ledger-archive: 10 years (declared)',
    ])
  })

  it('asks who receives data under a safeguard, under which clauses, and when the law there was looked at', () => {
    const lacking = (safeguard: string): string[] => {
      const { estate } = reviewTexts(
        bank.map(({ uri, text }) => ({
          uri,
          text: text.replace('reference: contract DR-2026-7', `reference: contract DR-2026-7\n${safeguard}`),
        })),
      )
      const of = recordOf(openDb(estate, theLibrary()), estate.files())
      return saidIn(of, 'Payments', 'transfers').filter(text => text.startsWith('mirror dr:'))
    }
    assert.deepEqual(lacking(''), [
      'mirror dr: module of the clauses, importer, assessment of the law there to be declared (missing)',
    ])
    assert.deepEqual(lacking('    module: c2p\n    importer: Bank Mur Inc.\n'), [
      'mirror dr: assessment of the law there to be declared (missing)',
    ])
    assert.deepEqual(lacking('    module: c2p\n    importer: Bank Mur Inc.\n    assessed: 2026-02-01\n'), [])
  })

  it('writes once what controllers share beside a processor, with the places of all, and tells where a processor keeps data', () => {
    const { shares, activities } = layoutOf(record)
    const [shared] = shares
    assert.deepEqual(
      shared?.activities.map(({ name }) => name),
      ['Customer accounts', 'Sick leave', 'Orders and their delivery'],
    )
    const controllers = activities.flatMap(({ lines }) => lines.filter(({ cell }) => cell === 'controller'))
    assert.equal(controllers.length, 1, 'only the processor tells again who it is')
    assert.deepEqual(saidIn(record, 'Returns of partner shops', 'location'), [
      'Kafka cluster partners: Ireland, with Amazon (proven)',
    ])
    const ofBank = layoutOf(withDeclarations('record:\n'))
    const kept = ofBank.shares.flatMap(({ lines }) => lines.filter(({ cell }) => cell === 'retention'))
    assert.deepEqual(
      kept.map(({ values }) => values.flatMap(({ places }) => places).length),
      [5],
    )
  })

  for (const [what, settings, cluster, said] of [
    ['the default of a cluster', '', '', 'at the earliest after 7 days, at the latest after about 14 days (inferred)'],
    [
      'a segment of its own',
      'segment.ms: 86400000',
      '',
      'at the earliest after 7 days, at the latest after about 8 days (proven)',
    ],
    [
      'a size',
      'retention.bytes: 1000',
      '',
      'sooner where a size is reached, else not before 7 days, at the latest after about 14 days (inferred)',
    ],
    [
      'a slow removal',
      'file.delete.delay.ms: 172800000',
      '',
      'at the earliest after 7 days, at the latest after about 16 days (inferred)',
    ],
    [
      'slow brokers',
      '',
      'log.retention.check.interval.ms: 86400000',
      'at the earliest after 7 days, at the latest after about 15 days (inferred)',
    ],
    [
      'tiered storage',
      'remote.storage.enable: "true"',
      '',
      'time limit 7 days, applied to whole log segments (proven)',
    ],
    [
      'compaction beside it',
      'cleanup.policy: "compact,delete"',
      '',
      'time limit 7 days, applied to whole log segments (proven)',
    ],
  ] as const)
    it(`says when a topic erases, with ${what}`, () => {
      const { estate: one } = reviewTexts([
        {
          uri: `${root}k.yaml`,
          text: `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: main\nspec:\n  kafka:\n    listeners: []\n    config:\n      auto.create.topics.enable: false\n${cluster === '' ? '' : `      ${cluster}\n`}---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: t\n  labels:\n    strimzi.io/cluster: main\nspec:\n  replicas: 3\n  config:\n    retention.ms: 604800000\n${settings === '' ? '' : `    ${settings}\n`}`,
        },
      ])
      const db = openDb(one, theLibrary())
      const [topic] = [...one.files()].flatMap(file => processingsOf(db, file)).map(of => activityOf([of], db))
      assert.deepEqual(
        topic?.cells.retention.map(({ text, basis }) => `${text(english)} (${basis})`),
        [said.startsWith('time') ? said : `deleted, by the timestamps of records, ${said}`],
      )
    })

  it('counts quotas of users and listed sources among the measures, and concludes no access control from how clients sign in', () => {
    const { estate: one } = reviewTexts([
      {
        uri: `${root}k.yaml`,
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
        authentication:
          type: scram-sha-512
        networkPolicyPeers:
          - podSelector:
              matchLabels:
                app: orders
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: t
  labels:
    strimzi.io/cluster: main
spec:
  replicas: 1
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: svc-7
  labels:
    strimzi.io/cluster: main
spec:
  quotas:
    producerByteRate: 1048576
`,
      },
    ])
    const db = openDb(one, theLibrary())
    const [topic] = [...one.files()].flatMap(file => processingsOf(db, file)).map(of => activityOf([of], db))
    assert.deepEqual(
      topic?.cells.measures.map(({ text }) => text(english)),
      [
        'encryption in transit: all listeners of cluster main use TLS',
        'authentication: scram-sha-512 on all listeners of cluster main',
        'network: only listed sources can connect to tls of cluster main',
        'availability: quotas for svc-7',
      ],
    )
  })

  it('uses terms that the Data Privacy Vocabulary has, and calls nobody a controller who is none', () => {
    const written = recordFormats.dpv.write(record, english, { show })
    const used = new Set([...written.matchAll(/"(dpv:\w+)"/g)].map(([, term = '']) => term))
    // Of 2.3/dpv/dpv.csv in w3c/dpv.
    const known =
      'ROPA Process Purpose LegalBasis DataSubject PersonalData SensitivePersonalData SpecialCategoryPersonalData Recipient Entity Transfer StorageDuration StorageLocation TechnicalOrganisationalMeasure DataSource DPIA DataController DataProcessor Representative DataProtectionOfficer Context hasDataController hasDataProcessor hasJointDataControllers hasRepresentative hasDataProtectionOfficer hasEntity hasContext hasPurpose hasLegalBasis hasDataSubject hasPersonalData hasRecipient hasProcessing hasStorageCondition hasTechnicalOrganisationalMeasure hasDataSource hasImpactAssessment'.split(
        ' ',
      )
    assert.deepEqual(
      [...used].filter(term => !known.includes(term.slice('dpv:'.length))),
      [],
    )
    assert.doesNotMatch(written, /"to be declared"/)
    const { '@graph': graph } = JSON.parse(written) as { '@graph': Record<string, { 'dct:description': string }[]>[] }
    const controllers = graph.flatMap(node => node['dpv:hasDataController'] ?? [])
    assert.ok(controllers.length > 0 && controllers.every(node => !/officer|supervisory/.test(node['dct:description'])))
  })

  it('guards spreadsheets against formulas', () => {
    const [activity] = record.activities
    assert.ok(activity)
    const csv = recordCsv({ ...record, activities: [{ ...activity, name: '=HYPERLINK("http://x")' }] }, english, show)
    assert.ok(csv.includes(`"'=HYPERLINK(""http://x"")"`))
  })

  for (const [text, guarded] of [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', "'\r=1+1"],
    ['1=1', '1=1'],
    ['orders', 'orders'],
    ['', ''],
  ] as const)
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(guarded)} where a spreadsheet reads it`, () =>
      assert.equal(guard(text), guarded))

  it('joins dead letters with their topic, and what a named activity declares together', () => {
    const topic = (name: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  partitions: 1\n  replicas: 3\n---\n`
    const names = (configuration: string): string[] => {
      const review = reviewTexts([
        {
          uri: `${root}topics.yaml`,
          text: ['orders', 'orders.dlq', 'orders-retry-2', 'stock', 'returns'].map(topic).join(''),
        },
        ...['orders', 'stock', 'returns'].map(name => ({
          uri: `${root}${name}-value.avsc`,
          text: `{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string"}]}`,
        })),
        { uri: `${root}.kafka-review.yaml`, text: configuration },
      ])
      return recordOf(openDb(review.estate, theLibrary()), review.files()).activities.map(
        ({ name, sources }) => `${name}: ${sources.map(source => source.name).join(' ')}`,
      )
    }
    assert.deepEqual(names('version: 1\n'), [
      'orders: orders orders-retry-2 orders.dlq',
      'returns: returns',
      'stock: stock',
    ])
    assert.deepEqual(names('version: 1\nrecord:\n  activities:\n    - match: "*s*"\n      name: Trade\n'), [
      'Trade: orders orders-retry-2 orders.dlq returns stock',
    ])
  })

  it('proposes what topics of no common name may be by their unit, else by their folder, where those tell them apart', () => {
    const topic = (name: string, labels: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels: {${labels}}\nspec:\n  partitions: 1\n  replicas: 3\n---\n`
    const proposals = (files: Readonly<Record<string, string>>): string[] => {
      const names = Object.values(files).flatMap(text => [...text.matchAll(/ name: (.+)/g)].map(([, name]) => name))
      const review = reviewTexts([
        ...Object.entries(files).map(([path, text]) => ({ uri: `${root}${path}`, text })),
        ...names.map(name => ({
          uri: `${root}schemas/${name}-value.avsc`,
          text: '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string"}]}',
        })),
      ])
      return recordOf(openDb(review.estate, theLibrary()), review.files()).activities.map(
        ({ name, declared, sources }) =>
          `${name}${declared ? '' : ' (proposed)'}: ${sources.map(one => one.name).join(' ')}`,
      )
    }
    const [billing, help] = ['example.com/team: billing', 'example.com/team: help']
    assert.deepEqual(
      proposals({
        'topics.yaml': [
          topic('dunning', billing),
          topic('ledger', billing),
          topic('tickets', help),
          topic('chats.opened', help),
          topic('chats.closed', help),
        ].join(''),
      }),
      [
        'billing (proposed): dunning ledger',
        'chats (proposed): chats.closed chats.opened',
        'tickets (proposed): tickets',
      ],
    )
    assert.deepEqual(
      proposals({ 'topics.yaml': topic('dunning', billing) + topic('tickets', billing) }),
      ['dunning (proposed): dunning', 'tickets (proposed): tickets'],
      'one unit of all tells none apart',
    )
    assert.deepEqual(
      proposals({
        'billing/topics/dunning.yaml': topic('dunning', ''),
        'billing/topics/ledger.yaml': topic('ledger', ''),
        'help/topics.yaml': topic('tickets', ''),
      }),
      ['billing (proposed): dunning ledger', 'tickets (proposed): tickets'],
    )
    assert.deepEqual(
      proposals({
        'billing/scripts/dunning.yaml': topic('dunning', ''),
        'billing/scripts/ledger.yaml': topic('ledger', ''),
        'billing/kafka-topics/tickets.yaml': topic('tickets', ''),
      }),
      ['dunning (proposed): dunning', 'ledger (proposed): ledger', 'tickets (proposed): tickets'],
      'neither a folder that says what lies in it, nor one in which all of them lie',
    )
  })

  it('tells of topics that connectors alone name, and of connectors whose destination nobody knows', () => {
    const sink = (name: string, topics: string, host: string): { uri: string; text: string } => ({
      uri: `${root}${name}.json`,
      text: JSON.stringify({
        name,
        config: {
          'connector.class': 'io.confluent.connect.jdbc.JdbcSinkConnector',
          topics,
          'connection.url': host,
        },
      }),
    })
    const review = reviewTexts([
      sink('people', 'customers,stock', 'jdbc:postgresql://db.example.com/a'),
      sink('goods', 'parts,orders', '${host}'),
      {
        uri: `${root}orders-value.avsc`,
        text: '{"type": "record", "name": "Order", "fields": [{"name": "weight", "type": "int"}]}',
      },
    ])
    const { activities, systems, untold } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(({ name, declared, cells }) => [
        name,
        declared,
        cells.categories.map(({ text }) => text(english)),
      ]),
      [['people', false, ['the name of topic customers tells of people; its content is to be declared']]],
    )
    assert.deepEqual(
      untold.map(({ name }) => name),
      ['parts', 'stock'],
    )
    assert.deepEqual(
      systems.map(({ source, transfers }) => [source.name, transfers.length]),
      [['goods', 1]],
    )
  })

  it('tells what a source brings in that no topic is known to hold, and of a sink that nobody places who receives its records', () => {
    const connector = (name: string, type: string, more: Readonly<Record<string, string>>) => ({
      uri: `${root}${name}.json`,
      text: JSON.stringify({ name, config: { 'connector.class': type, ...more } }),
    })
    const debezium = 'io.debezium.connector.postgresql.PostgresConnector'
    const jdbc = 'io.confluent.connect.jdbc.JdbcSourceConnector'
    const prefix = { 'topic.prefix': 'shop' }
    const review = reviewTexts([
      connector('all', debezium, prefix),
      connector('schemas', debezium, { ...prefix, 'schema.include.list': 'crm, billing' }),
      connector('listed', debezium, { ...prefix, 'table.include.list': 'public.parts,public.orders' }),
      connector('patterns', debezium, { ...prefix, 'table.include.list': 'public.parts,public.client_.*' }),
      connector('routed', debezium, {
        ...prefix,
        'table.include.list': 'public.parts',
        transforms: 'r',
        'transforms.r.type': 'com.example.Router',
      }),
      connector('given', debezium, { ...prefix, 'table.include.list': '${TABLES}' }),
      connector('query', jdbc, { ...prefix, query: 'select * from people' }),
      connector('wide', jdbc, prefix),
      connector('mongo', 'io.debezium.connector.mongodb.MongoDbConnector', {
        ...prefix,
        'collection.include.list': 'web.customers',
        transforms: 'unwrap',
        'transforms.unwrap.type': 'io.debezium.connector.mongodb.transforms.ExtractNewDocumentState',
      }),
      connector('queue', 'io.confluent.connect.mqtt.MqttSourceConnector', { 'kafka.topic': 'signals' }),
      connector('own', 'com.example.ThingSourceConnector', { 'errors.deadletterqueue.topic.name': 'dead' }),
      connector('archive', 'io.confluent.connect.s3.S3SinkConnector', {
        topics: 'shop.public.parts',
        's3.region': '${REGION}',
      }),
    ])
    const { systems, activities } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      Object.fromEntries(
        systems.map(({ source, categories, recipients, transfers }) => [
          source.name,
          [...categories, ...recipients, ...transfers].map(({ text, basis }) => `${text(english)} (${basis})`),
        ]),
      ),
      {
        all: ['tables or collections: not listed; content to be declared (missing)'],
        archive: [
          'sink archive: Amazon S3, country to be declared (missing)',
          'sink archive: country to be declared (missing)',
        ],
        given: ['what it brings in: to be declared (missing)'],
        own: ['what it brings in: to be declared (missing)'],
        patterns: ['tables or collections public.client_.*: topics and content to be declared (missing)'],
        query: ['what a query selects: content to be declared (missing)'],
        routed: ['tables or collections public.parts: topics and content to be declared (missing)'],
        schemas: ['tables or collections of crm, billing: not listed; content to be declared (missing)'],
        wide: ['tables or collections: not listed; content to be declared (missing)'],
      },
    )
    assert.deepEqual(
      activities.map(({ name }) => name),
      ['mongo'],
    )
  })

  it('tells what a source of a declared activity brings in, and asks how long a sink that nobody places keeps its copies', () => {
    const review = reviewTexts([
      {
        uri: `${root}source.json`,
        text: '{"name": "crm", "config": {"connector.class": "io.debezium.connector.mysql.MySqlConnector", "topic.prefix": "crm", "database.include.list": "crm"}}',
      },
      {
        uri: `${root}sink.json`,
        text: '{"name": "crm-sink", "config": {"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "crm.crm.parts", "connection.url": "${URL}"}}',
      },
      {
        uri: `${root}.kafka-review.yaml`,
        text: 'version: 1\nrecord:\n  activities:\n    - match: "crm*"\n      name: CRM\n',
      },
    ])
    const record = recordOf(openDb(review.estate, theLibrary()), review.files())
    const said = (cell: CellName): string[] => saidIn(record, 'CRM', cell)
    assert.ok(
      said('categories').includes('tables or collections of crm: not listed; content to be declared (missing)'),
      said('categories').join(),
    )
    assert.deepEqual(said('recipients'), [
      'sink crm-sink: Relational database over JDBC, country to be declared (missing)',
    ])
    assert.ok(said('retention').includes('copies at crm-sink: to be declared (missing)'), said('retention').join())
    assert.deepEqual(record.systems, [])
  })

  it('takes the name of a topic that tells of data under Art. 9 or 10 as a sign for an assessment', () => {
    const signs = (topics: string): string[] => {
      const review = reviewTexts([
        {
          uri: `${root}sink.json`,
          text: `{"name": "out", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "${topics}", "s3.region": "eu-central-1"}}`,
        },
      ])
      const record = recordOf(openDb(review.estate, theLibrary()), review.files())
      return record.activities.flatMap(({ cells }) => cells.assessment.map(({ text }) => text(english)))
    }
    assert.deepEqual(signs('clinic.patients'), [
      'to be examined: special categories, where on a large scale (Art. 35(3)(b)): clinic.patients',
    ])
    assert.deepEqual(signs('court.criminal_convictions'), [
      'to be examined: convictions or offences, where on a large scale (Art. 35(3)(b)): court.criminal_convictions',
    ])
    assert.deepEqual(signs('shop.customers'), [english.assessmentNoSign])
  })

  it('tells of schemas whose topic no file shows, those of special categories first, and of none that programs ask each other with', () => {
    const avro = (name: string, ...fields: string[]): { uri: string; text: string } => ({
      uri: `${root}${name}.avsc`,
      text: JSON.stringify({ type: 'record', name, fields: fields.map(field => ({ name: field, type: 'string' })) }),
    })
    const review = reviewTexts([
      avro('AccountOpened', 'email', 'firstName'),
      avro('Diagnosed', 'patientName', 'diagnosis'),
      avro('Weighed', 'weight'),
      avro('orders-value', 'email'),
      {
        uri: `${root}api.proto`,
        text: 'syntax = "proto3";\nmessage Asked { string email = 1; }\nservice S { rpc Ask (Asked) returns (Asked); }\n',
      },
      {
        uri: `${root}orders.yaml`,
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 3\n',
      },
    ])
    const { activities, schemas } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(({ name }) => name),
      ['orders'],
    )
    assert.deepEqual(
      schemas.map(({ source, special, categories }) => [
        source.name,
        special,
        categories.map(({ text }) => text(english)),
      ]),
      [
        ['Diagnosed', true, ['health data (diagnosis), a special category, Art. 9', 'name (patientName)']],
        ['AccountOpened', false, ['e-mail address (email)', 'name (firstName)']],
      ],
    )
  })

  it('tells of all that a topic holds that only a sink names, also of what the sink masks', () => {
    const review = reviewTexts([
      {
        uri: `${root}sink.json`,
        text: '{"name": "archive", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "transforms": "m", "transforms.m.type": "org.apache.kafka.connect.transforms.MaskField$Value", "transforms.m.fields": "email"}}',
      },
      {
        uri: `${root}orders-value.avsc`,
        text: '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}',
      },
    ])
    const { activities, schemas } = recordOf(openDb(review.estate, theLibrary()), review.files())
    assert.deepEqual(
      activities.map(({ name, cells }) => [
        name,
        cells.categories.map(({ text }) => text(english)),
        cells.measures.map(({ text }) => text(english)),
      ]),
      [['archive', ['e-mail address (email)'], ['pseudonymisation or minimisation: sink archive masks email']]],
    )
    assert.deepEqual(schemas, [])
  })

  it('writes places of one folder that were not read for one reason as one row where they are many, and all of them as CSV', () => {
    const unread = [
      ...[1, 2, 3, 4].map(n => ({ place: `jobs/${n}.conf:9`, why: 'no known kind of file' })),
      { place: 'jobs/5.sh:1', why: 'no command in it declares anything' },
      { place: '6.conf:9', why: 'no known kind of file' },
    ]
    const told = { ...record, unread }
    const rows = (text: string): string[] => [...text.matchAll(/^.*(?:jobs\/|6\.conf).*$/gm)].map(([row]) => row)
    assert.deepEqual(
      rows(recordMarkdown(told, english, { show })).filter(row => row.startsWith('|')),
      [
        '| jobs/1.conf:9, +3 | no known kind of file |',
        '| jobs/5.sh:1 | no command in it declares anything |',
        '| 6.conf:9 | no known kind of file |',
      ],
    )
    assert.equal(rows(recordCsv(told, english, show)).length, 6)
  })

  it('of a processor asks what Art. 30(2) asks', () => {
    const review = reviewTexts([
      ...company.filter(({ uri }) => !uri.endsWith('.kafka-review.yaml')),
      {
        uri: `${root}.kafka-review.yaml`,
        text: 'version: 1\nrecord:\n  controller: Dienst GmbH\n  activities:\n    - match: "*"\n      name: Hosting\n      role: processor\n      purposes: storage of orders\n      onBehalfOf: [Lindenhof Versand GmbH]\n',
      },
    ])
    const { activities } = recordOf(openDb(review.estate, theLibrary()), review.files())
    const [hosting] = activities
    assert.ok(hosting && activities.length === 1)
    const markdown = recordMarkdown({ ...record, activities, accepted: [] }, english, { show })
    assert.deepEqual(
      [...markdown.matchAll(/^\| [^|]+, (Art\.[^|]+) \|/gm)].map(([, article]) => article),
      ['Art. 30(2)(a)', 'Art. 30(2)(b)', 'Art. 30(2)(c)', 'Art. 30(2)(d)'],
    )
    assert.match(markdown, /on behalf of Lindenhof Versand GmbH/)
  })

  for (const [name, form] of Object.entries(recordFormats) as [string, RecordFormat][])
    it(`reads back what it wrote as ${name}, and tells cell by cell where that has drifted`, () => {
      const words = languages.find(({ id }) => id === (form.language ?? 'en'))?.record ?? english
      const bytes = (written: string | Uint8Array): Uint8Array => Buffer.from(written)
      const write = (what: ProcessingRecord, line: number): Uint8Array =>
        bytes(form.write(what, words, { show: ({ file }) => `${file.slice(root.length)}:${line}` }, db))
      const read = (written: Uint8Array): Statement[] => form.read(written, words) ?? assert.fail('cannot be read')
      const [first, ...others] = record.activities
      assert.ok(first)
      const purposes = [{ text: () => 'something else', basis: 'declared', places: [] }] as const
      const other = { ...record, activities: [{ ...first, cells: { ...first.cells, purposes } }, ...others] }
      assert.deepEqual(driftOf(read(write(record, 3)), read(write(record, 9))), [], 'lines that only moved')
      const drift = driftOf(read(write(record, 3)), read(write(other, 3)))
      const told = drift.flatMap(({ where, says }) =>
        says.map(message => `${where}: ${word(message, english.messages)}`),
      )
      assert.ok(
        told.some(line => /now: .*something else/.test(line)),
        told.join('\n'),
      )
      assert.ok(told.length <= 4, told.join('\n'))
    })

  it('notices a text that somebody has changed by hand, and one that was never a record', () => {
    const { write, read } = recordFormats.markdown
    const before = write(record, english, { show })
    assert.ok(
      readsAs(
        before,
        before.replace(/:(\d+)/g, (_, line: string) => `:${Number(line) + 3}`),
      ),
    )
    assert.ok(!readsAs(before, before.replace('the earliest after 90 days', 'the earliest after 9 days')))
    assert.equal(read(Buffer.from('# Record of processing activities\n')), undefined)
    assert.ok(!readsAs(before, `${before}\nNot in any file.\n`))
    assert.deepEqual(read(Buffer.from(`${before}\nNot in any file.\n`)), read(Buffer.from(before)))
  })

  it('is a workbook that unzips to its sheet, the same bytes each time', () => {
    const write = (): Uint8Array => recordFormats.xlsx.write(record, english, { show })
    const files = unzipSync(write())
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    assert.deepEqual(Buffer.from(write()), Buffer.from(write()))
    assert.match(
      sheet,
      /<t xml:space="preserve">deleted, by the timestamps of records, at the earliest after 90 days, at the latest after about 97 days<\/t>/,
    )
    assert.equal(sheet.match(/<row /g)?.length, recordCsv(record, english, show).trim().split('\r\n').length)
  })

  it('links its places where it is shown in an editor', () => {
    const markdown = recordMarkdown(record, english, { show, link: ({ file }) => `/${file.slice(root.length)}#L1` })
    assert.match(markdown, /\[kafka\/topics\.yaml:12\]\(<\/kafka\/topics\.yaml#L1>\)/)
  })

  it('rests on places that open on a text', () => {
    const texts = new Map(company.map(({ uri, text }) => [uri, text]))
    const places = record.activities.flatMap(({ sources, cells }) => [
      ...sources.map(({ at }) => at),
      ...Object.values(cells).flatMap(values => values.flatMap(value => value.places)),
    ])
    assert.ok(places.length > 100)
    for (const { file, span } of places)
      assert.match(texts.get(file)?.slice(span.start, span.end) ?? '', /^[^\r\n]+$/, `${file} ${span.start}`)
  })

  it('claims no masking that does not see every record, or only its keys', () => {
    const measures = (more: string): string[] => {
      const text = `{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "eu-central-1", "transforms": "m", "transforms.m.fields": "email", ${more}}}`
      const { estate: one } = reviewTexts([{ uri: `${root}s.json`, text }])
      const db = openDb(one, theLibrary())
      const [sink] = [...one.files()].flatMap(file => processingsOf(db, file)).map(of => activityOf([of], db))
      return sink?.cells.measures.map(({ text: say }) => say(english)) ?? []
    }
    const masks = '"transforms.m.type": "org.apache.kafka.connect.transforms.MaskField$Value"'
    assert.deepEqual(measures(masks), ['pseudonymisation or minimisation: sink s-1 masks email'])
    assert.deepEqual(measures(`${masks}, "transforms.m.predicate": "isTest"`), ['nothing seen in the files'])
    assert.deepEqual(measures(masks.replace('$Value', '$Key')), ['nothing seen in the files'])
  })

  it('says durations in the largest whole unit', () => {
    for (const [milliseconds, words] of [
      [7_776_000_000, '90 days'],
      [86_400_000, '1 day'],
      [5_400_000, '90 minutes'],
      [3_600_000, '1 hour'],
      [1500, '1500 milliseconds'],
      [60_000, '1 minute'],
    ] as const)
      assert.equal(word(durationOf(milliseconds), english.messages), words)
  })
})
