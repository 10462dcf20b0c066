import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { docCalls } from '../server/src/assess/doc-head.ts'
import { docSpeaksOf } from '../server/src/assess/doc-subject.ts'
import { indexTerms, openLexicon } from '../server/src/assess/lexicon.ts'
import { personalDataOf } from '../server/src/assess/personal-data.ts'
import { loadVocabulary } from '../server/src/assess/vocabulary.ts'
import { languageWords } from '../server/src/knowledge/words.ts'
import type { SchemaRecord } from '../server/src/model/entities.ts'
import { readFile } from '../server/src/reader/read-file.ts'
import { theLibrary } from './support/fixtures.ts'
import { assertGolden } from './support/golden.ts'
import { toUri } from '../server/src/text/uri.ts'

interface Row {
  readonly field: string
  readonly type: string
  readonly category: string
}

/** The records of the table with their fields. */
const table: readonly (readonly [string, readonly Row[]])[] = readFileSync('test/personal-data/fields.txt', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => {
    const [record = '', rest = ''] = line.split(/: (.*)/)
    return [
      record,
      rest.split(' | ').map(cell => {
        const [field = '', type = '', category = ''] = cell.split(' ')
        return { field, type, category }
      }),
    ]
  })

const avroType = (type: string): unknown =>
  type === type.toUpperCase() ? { type: 'record', name: type[0] + type.slice(1).toLowerCase(), fields: [] } : type

function categoriesOf(record: string, rows: readonly Row[]): Map<string, string> {
  const used = new Set<string>()
  const fields = rows.map(({ field, type }) => {
    const written = avroType(type)
    if (typeof written !== 'object') return { name: field, type: written }
    const known = used.has(type)
    used.add(type)
    return { name: field, type: known ? type[0] + type.slice(1).toLowerCase() : written }
  })
  const entities =
    readFile(toUri(`file:///${record}.avsc`), JSON.stringify({ type: 'record', name: record, fields }))?.facts
      .entities ?? []
  const records = entities.flatMap(entity => (entity.kind === 'record' ? [entity] : []))
  const [first] = records
  assert.ok(first)
  return new Map(
    personalDataOf(first, theLibrary().vocabulary, undefined, records).found.map(({ field, category }) => [
      field.name.value,
      category.id,
    ]),
  )
}

describe('fields that nobody has labelled before', () => {
  for (const [record, rows] of table) {
    it(`of ${record} hold what they say`, () => {
      const found = categoriesOf(record, rows)
      assert.deepEqual(
        rows.map(({ field }) => `${field} ${found.get(field) ?? '-'}`),
        rows.map(({ field, category }) => `${field} ${category}`),
      )
    })
  }

  it('are recognised by words of many languages, whose concepts each have a source', () => {
    const rows = ['personal-data-concepts', 'personal-data-special'].flatMap(file => {
      const { sources, concepts } = parse(readFileSync(`server/src/knowledge/${file}.yaml`, 'utf8')) as {
        sources: Record<string, string>
        concepts: Record<string, { source: string }>
      }
      return Object.entries(concepts).map(([id, { source }]) => ({ id, source: sources[source] ?? '' }))
    })
    const ids = new Set(rows.map(({ id }) => id))
    for (const { id, source } of rows) assert.ok(source !== '', id)
    const lines = languageWords.map(({ language, concepts = {}, gated = {}, subjects = {}, contexts = {} }) => {
      for (const id of [...Object.keys(concepts), ...Object.keys(gated)]) assert.ok(ids.has(id), `${language}: ${id}`)
      for (const [id, terms] of Object.entries(gated))
        for (const term of terms) assert.ok(!concepts[id]?.includes(term), `${language}: ${term} is gated and is not`)
      const count = (row: Readonly<Record<string, readonly string[]>>): number => Object.values(row).flat().length
      return `${language}: ${count(concepts)} words for data, ${count(gated)} gated, ${count(subjects)} for people, ${count(contexts)} for records`
    })
    assertGolden('test/personal-data/languages.golden.txt', `${lines.join('\n')}\n`)
  })

  it('are many, and many of them hard', () => {
    const rows = table.flatMap(([, fields]) => fields)
    assert.ok(rows.length >= 400, `${rows.length} fields`)
    assert.ok(rows.filter(({ category }) => category === '-').length >= 150)
    for (const { category } of rows)
      assert.ok(category === '-' || theLibrary().vocabulary.categories.has(category), category)
  })
})

describe('the doc of a field', () => {
  const filler = (length: number): string => `${'so '.repeat(Math.ceil(length / 3)).slice(0, length - 1)} `
  for (const [doc, about] of [
    ['e-mail of the customer', 'person'],
    ["the customer's e-mail", 'person'],
    ['name of the service', 'thing'],
    ['resource name of the contact', 'thing'],
    ['name of the account', undefined],
    ['', undefined],
  ] as const)
    it(`${JSON.stringify(doc)} speaks of ${about ?? 'nobody'}`, () =>
      assert.equal(docSpeaksOf(doc, theLibrary().vocabulary), about))

  for (const [doc, called] of [
    ['Unique identifier of the e-mail', 'a key'],
    ['Last used timestamp (ISO 8601)', 'a time'],
    ['When the user last signed in', 'a time'],
    ['Total number of logins', 'an amount'],
    ['Whether the e-mail address has been confirmed', 'an answer'],
    ['The status of the order', 'an aspect'],
    ['Required. The e-mail address of the user', 'a datum'],
    ['Date of birth', 'a datum'],
    ['The customer who ordered', 'a person'],
    ['For internal use', undefined],
    ['', undefined],
  ] as const)
    it(`${JSON.stringify(doc)} calls its field ${called ?? 'nothing'}`, () =>
      assert.equal(docCalls(doc, theLibrary().vocabulary)?.as, called))

  it('is listened to for some sentences, not to its end', () => {
    const { vocabulary } = theLibrary()
    assert.equal(docSpeaksOf(`${filler(120)}e-mail of the customer`, vocabulary), 'person')
    assert.equal(docSpeaksOf(`${filler(180)}e-mail of the customer`, vocabulary), undefined)
  })
})

describe('a noun in another number or case', () => {
  const rows = [
    { terms: { hr: ['radnik'], ro: ['medic'], hu: ['dolgozo'], tr: ['calisan'] } },
    { terms: { en: ['patient'], sv: ['patient'] } },
  ]
  const lexicon = openLexicon(indexTerms(rows), ['employee', 'patient'], true)
  for (const [word, language] of [
    ['radnici', 'hr'],
    ['radnika', 'hr'],
    ['medici', 'ro'],
    ['medicului', 'ro'],
    ['dolgozok', 'hu'],
    ['calisanlar', 'tr'],
  ] as const) {
    it(`is known in its language: ${word}`, () => {
      const [hit, ...others] = lexicon.find([word])
      assert.deepEqual([hit?.entry, hit?.gated, hit?.languages, others], ['employee', true, [language], []])
      // A compound is not taken apart at it, and it is no word of its own elsewhere.
      assert.equal(lexicon.has(word), false)
    })
  }

  it('is no noun of a language that has no such ending', () => {
    assert.deepEqual(lexicon.find(['patientima']), [])
    assert.deepEqual(
      lexicon.find(['patienter']).map(({ languages }) => languages),
      [['sv']],
    )
  })
})

describe('a name whose letters with accents were written as _', () => {
  const { vocabulary } = theLibrary()
  for (const [name, words] of [
    ['pr_nom', 'prenom'],
    ['pr_nom_client', 'prenom client'],
    ['p__jmen_', 'prijmeni'],
    ['DIRECCI_N', 'direccion'],
    ['n_mero_telefono', 'numero telefono'],
    ['stra_e', 'strasse'],
    ['kullan_c__ad_', 'kullanici adi'],
    // What is a word as it stands, or could be anything, stays as it is.
    ['user_name', 'user name'],
    ['class_', 'class'],
    ['period_s', 'period s'],
    ['sr_id', 'sr id'],
    ['v_k', 'v k'],
  ] as const)
    it(`${name} reads ${words}`, () => assert.equal(vocabulary.readName(name).words.join(' '), words))

  it('describes a person all the same', () => {
    const fields = ['id', 'p__jmen_', 'ulice', 'm_sto', 'telefon'].map(field => ({
      field,
      type: 'string',
      category: '',
    }))
    assert.equal(categoriesOf('Zamestnanec', fields).get('p__jmen_'), 'name')
  })
})

describe('a noun for people that two languages give to different people', () => {
  it('is read in the language of the file: a klient is a customer where Slovak is written', () => {
    const found = categoriesOf('Zakaznik', [
      { field: 'ID_klient', type: 'int', category: '' },
      { field: 'priezvisko', type: 'string', category: '' },
      { field: 'rodne_cislo', type: 'string', category: '' },
    ])
    assert.equal(found.get('ID_klient'), 'person-id')
  })
})

describe('a noun for people in a longer name for a thing', () => {
  const bank = (name: string, inner: string): SchemaRecord[] => {
    const address = {
      type: 'record',
      name: inner,
      fields: ['StreetName', 'BuildingNumber', 'PostCode', 'TownName'].map(field => ({ name: field, type: 'string' })),
    }
    const schema = {
      type: 'record',
      name,
      fields: [
        { name: 'Name', type: 'string' },
        { name: 'PostalAddress', type: address },
      ],
    }
    return (readFile(toUri(`file:///${name}.avsc`), JSON.stringify(schema))?.facts.entities ?? []).flatMap(entity =>
      entity.kind === 'record' ? [entity] : [],
    )
  }
  const { vocabulary } = theLibrary()
  const found = (records: readonly SchemaRecord[]): string[] =>
    records.flatMap(record =>
      personalDataOf(record, vocabulary, undefined, records).found.map(({ field }) => field.name.value),
    )

  it('is nobody: the agent of a creditor is a bank, and its address the address of a bank', () =>
    assert.deepEqual(found(bank('CreditorAgent', 'PostalAddress')), []))

  it('nor is a legal person', () => {
    const names = (field: string): string[] => [
      ...categoriesOf('Beneficiary', [
        { field, type: 'string', category: '' },
        { field: 'amount', type: 'double', category: '' },
      ]).values(),
    ]
    assert.deepEqual(names('legalPersonName'), [])
    assert.deepEqual(names('naturalPersonName'), ['name'])
  })

  it('and stays somebody elsewhere', () => assert.ok(found(bank('Employee', 'PostalAddress')).includes('StreetName')))
})

describe('data of a special category', () => {
  const { vocabulary } = theLibrary()
  /** What is said of the fields of a record: found, to be decided, or nothing. */
  const saidOf = (name: string, fields: readonly string[]): string[] => {
    const schema = { type: 'record', name, fields: fields.map(field => ({ name: field, type: 'string' })) }
    const records = (readFile(toUri(`file:///${name}.avsc`), JSON.stringify(schema))?.facts.entities ?? []).flatMap(
      entity => (entity.kind === 'record' ? [entity] : []),
    )
    const [record] = records
    assert.ok(record)
    const { found, undecided } = personalDataOf(record, vocabulary, undefined, records)
    return fields.map(field => {
      const has = (list: typeof found): boolean => list.some(data => data.field.name.value === field)
      if (has(found)) return `${field} found`
      return has(undecided) ? `${field} to be decided` : `${field} -`
    })
  }

  it("needs a second proof that it is a person's: the rating of a game speaks of sex and medicine, and of nobody", () =>
    assert.deepEqual(
      saidOf('AgeRatingDeclaration', ['gambling', 'sexualContentOrNudity', 'medicalOrTreatmentInformation', 'horror']),
      ['gambling -', 'sexualContentOrNudity to be decided', 'medicalOrTreatmentInformation to be decided', 'horror -'],
    ))

  it('is found where a person is named beside it', () =>
    assert.deepEqual(saidOf('Declaration', ['customer_id', 'religious_belief']), [
      'customer_id found',
      'religious_belief found',
    ]))

  it('is found where its record tells only what people do: who is convicted of an offence is somebody', () =>
    assert.deepEqual(
      saidOf('Offence', ['offence_code', 'arrest_date', 'plea', 'verdict', 'court_name', 'summons_date']),
      ['offence_code found', 'arrest_date found', 'plea found', 'verdict found', 'court_name -', 'summons_date -'],
    ))

  it("is nobody's where it is of an animal, whoever owns that", () => {
    assert.deepEqual(saidOf('PetProfile', ['name', 'race', 'birth_date', 'weight', 'diagnosis', 'owner_id']), [
      'name -',
      'race -',
      'birth_date -',
      'weight -',
      'diagnosis -',
      'owner_id found',
    ])
    assert.deepEqual(saidOf('Visit', ['animal_id', 'diagnosis']).at(-1), 'diagnosis -')
    assert.deepEqual(saidOf('Visit', ['patient_id', 'diagnosis']).at(-1), 'diagnosis found')
    assert.deepEqual(saidOf('Employee', ['employee_id', 'eeo_cat_code', 'ethnic_origin']).at(-1), 'ethnic_origin found')
  })

  it('is not meant by the probation of an employee', () => {
    assert.deepEqual(saidOf('Employee', ['employee_id', 'hire_date', 'on_probation']).at(-1), 'on_probation -')
    assert.deepEqual(saidOf('Offender', ['offender_id', 'on_probation']).at(-1), 'on_probation found')
  })
})

describe('a word for a datum', () => {
  const found = (record: string, fields: Readonly<Record<string, string>>): string[] => [
    ...categoriesOf(
      record,
      Object.entries(fields).map(([field, type]) => ({ field, type, category: '' })),
    ).keys(),
  ]

  it('counts them where it stands after a number of them', () => {
    assert.deepEqual(found('LicenseQuantities', { number_of_passports: 'int' }), [])
    assert.deepEqual(found('Employee', { employee_id: 'string', number_of_children: 'int' }), [
      'employee_id',
      'number_of_children',
    ])
  })

  it('is of an organisation that its record has before its own name', () => {
    const address = { address_line1: 'string', city: 'string', postal_code: 'string' }
    assert.deepEqual(found('OfficeAddress', address), [])
    assert.deepEqual(found('HomeAddress', address), ['address_line1', 'city', 'postal_code'])
  })

  it('is the key of its record where another field tells whose that is', () => {
    const own = { uid: 'string', user_id: 'string', started: 'long' }
    assert.deepEqual(found('UpgradeRun', own), ['user_id'])
    assert.deepEqual(found('UserUpdate', own), ['uid', 'user_id'])
  })

  it('is where a device is reached, not where anybody lives', () => {
    assert.deepEqual(found('ManagedDevice', { name: 'string', address: 'string', port: 'int' }), [])
    assert.deepEqual(found('IpAddress', { address: 'string', interface: 'string' }), [])
  })

  it('is of an organisation that its doc speaks of', () => {
    const told = (record: string, doc: string): string[] => {
      const fields = [
        { name: 'email', type: 'string', doc },
        { name: 'first_name', type: 'string', doc },
      ]
      const records = (
        readFile(toUri(`file:///${record}.avsc`), JSON.stringify({ type: 'record', name: record, fields }))?.facts
          .entities ?? []
      ).flatMap(entity => (entity.kind === 'record' ? [entity] : []))
      return records.flatMap(one =>
        personalDataOf(one, theLibrary().vocabulary, undefined, records).found.map(({ field }) => field.name.value),
      )
    }
    assert.deepEqual(told('Contact', 'Email of the company'), ['first_name'])
    assert.deepEqual(told('Contact', "The company's customer"), ['email', 'first_name'])
    assert.deepEqual(told('Employee', 'Email at the address of the company'), ['email', 'first_name'])
  })

  it('is no diagnosis of what only comes with one', () =>
    assert.deepEqual(found('NetworkCheckResultWithDiagnosis', { name: 'string', editor: 'string' }), []))

  it('is read after an abbreviation in capitals', () =>
    assert.deepEqual(found('Beteg', { TAJszam: 'string', nev: 'string', szul_datum: 'string' }), [
      'TAJszam',
      'nev',
      'szul_datum',
    ]))
})

describe('fields that were looked at before', () => {
  it('are looked at again only where what is around their record has changed', () => {
    const recordsOf = (name: string): SchemaRecord[] =>
      (
        readFile(
          toUri('file:///stay.avsc'),
          JSON.stringify({
            type: 'record',
            name,
            fields: [
              { name: 'first_name', type: 'string' },
              { name: 'birth_date', type: 'string' },
              { name: 'stay', type: { type: 'record', name: 'Stay', fields: [{ name: 'name', type: 'string' }] } },
            ],
          }),
        )?.facts.entities ?? []
      ).flatMap(entity => (entity.kind === 'record' ? [entity] : []))
    const categories = (list: readonly SchemaRecord[], vocabulary = theLibrary().vocabulary): string[] =>
      list.flatMap(record =>
        personalDataOf(record, vocabulary, undefined, list).found.map(({ field, category, subject }) =>
          [field.name.value, category.id, subject].join(' '),
        ),
      )
    const [patient, stay] = recordsOf('Patient')
    const [machine] = recordsOf('Machine')
    assert.ok(patient && stay && machine)
    const { vocabulary } = theLibrary()
    const first = personalDataOf(stay, vocabulary, undefined, [patient, stay])
    assert.equal(personalDataOf(stay, vocabulary, undefined, [patient, stay]), first)
    assert.notEqual(personalDataOf(stay, vocabulary, undefined, [machine, stay]), first)
    for (const list of [
      [machine, stay],
      [patient, stay],
    ])
      assert.deepEqual(categories(list), categories([...list], loadVocabulary()))
  })
})
