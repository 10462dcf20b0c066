import assert from 'node:assert/strict'
import { readAnnotations } from '../../server/src/assess/annotations.ts'
import { openDb } from '../../server/src/assess/db.ts'
import { asksHowMany, beginsWithAmount } from '../../server/src/assess/field-name.ts'
import { stemsIn, stemsOf } from '../../server/src/assess/inflection.ts'
import { keyFieldsOf } from '../../server/src/assess/record-keys.ts'
import { shortener } from '../../server/src/assess/repeated-words.ts'
import { isDenial } from '../../server/src/assess/vagueness.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { reviewTexts, theLibrary, uriOf } from '../support/fixtures.ts'

describe('what annotations of a schema say of a field', () => {
  const said = (...annotations: readonly string[]): string =>
    readAnnotations(
      annotations.map(one => {
        const [key = '', value = ''] = one.split('=')
        return { key, value }
      }),
    ) ?? 'nothing'

  for (const [annotation, expected] of [
    ['pii=true', 'pii'],
    ['PII=yes', 'PII'],
    ['x-pii=1', 'x-pii'],
    ['my.pii.level=high', 'my.pii.level'],
    ['phi=true', 'phi'],
    ['personal=true', 'personal'],
    ['personalData=true', 'personalData'],
    ['gdpr=art9', 'gdpr'],
    ['dsgvo=ja', 'dsgvo'],
    ['rgpd=oui', 'rgpd'],
    ['sensitive=true', 'sensitive'],
    ['sensitivity=high', 'sensitivity'],
    ['classification=restricted', 'classification'],
    ['data_classification=C3', 'data_classification'],
    ['dataclassification=C3', 'dataclassification'],
    ['privacy=high', 'privacy'],
    ['dpp=x', 'dpp'],
    ['subject_identifier=id', 'subject_identifier'],
    ['potentially-personal=x', 'potentially-personal'],
    ['potentiallypersonal=x', 'potentiallypersonal'],
    // Words that only hold one of these.
    ['happiness=1', 'nothing'],
    ['pipii=1', 'nothing'],
    ['piix=1', 'nothing'],
    ['delphi=1', 'nothing'],
    ['personality=1', 'nothing'],
    ['declassifications=1', 'nothing'],
    ['format=email', 'nothing'],
    // Who denies it.
    ['pii=', 'public'],
    ['pii=false', 'public'],
    ['pii=No', 'public'],
    ['pii=0', 'public'],
    ['pii= none ', 'public'],
    ['classification=public', 'public'],
    ['classification=internal', 'public'],
    ['classification=non-personal', 'public'],
    ['classification=not personal', 'public'],
    ['classification=non_pii', 'public'],
    ['classification=notpii', 'public'],
    ['sensitivity=SENSITIVITY_NONE', 'public'],
    ['sensitivity=SENSITIVITY_UNSPECIFIED', 'public'],
    ['sensitivity=SENSITIVITY_PUBLIC', 'public'],
    ['pii=nope', 'pii'],
    ['pii=10', 'pii'],
    ['classification=republic', 'classification'],
    ['classification=publication', 'classification'],
    // Secrets need not be anybody's.
    ['udpa.annotations.sensitive=true', 'nothing'],
    ['debug_redact pii=true', 'nothing'],
    ['sensitivity=SENSITIVITY_SECRET', 'nothing'],
    // Tags say what it is, or only how it is handled.
    ['confluent:tags=PII', 'confluent:tags'],
    ['confluent:tags=PUBLIC', 'public'],
    ['confluent:tags=RESTRICTED', 'nothing'],
    ['confluent:tags=confidential, deprecated', 'nothing'],
    ['confluent:tags=confidential PII', 'confluent:tags'],
    ['confluent:tags=unrestricted', 'confluent:tags'],
    ['field_meta.tags=restricted', 'nothing'],
    ['classification=restricted', 'classification'],
  ] as const)
    it(`${annotation}: ${expected}`, () => assert.equal(said(annotation), expected))

  it('is what the first of them says that speaks of it', () => {
    assert.equal(said('format=email', 'pii=true', 'classification=public'), 'pii')
    assert.equal(said('classification=public', 'pii=true'), 'public')
    assert.equal(said('udpa.annotations.sensitive=true', 'pii=true'), 'pii')
    assert.equal(said(), 'nothing')
  })
})

describe('the stems of a word', () => {
  const share = (language: string, listed: string, ...forms: readonly string[]): string[] =>
    forms.filter(form => stemsOf(form).some(stem => stemsIn(language, listed).includes(stem)))

  for (const [language, listed, forms, others] of [
    ['hr', 'korisnik', ['korisnik', 'korisnika', 'korisnici', 'korisnicima', 'korisniku'], ['korisnost', 'koris']],
    ['pl', 'pracownik', ['pracownik', 'pracownika', 'pracownikami'], ['pracowity']],
    ['hu', 'ugyfel', ['ugyfel', 'ugyfelek'], ['ugyintezo']],
    ['fi', 'asiakas', ['asiakas'], ['asiakirja']],
    ['ro', 'angajat', ['angajat', 'angajatul', 'angajatului', 'angajatii', 'angajatilor'], ['angajament']],
    ['de', 'patient', ['patient', 'patienten', 'patientin', 'patientinnen'], ['patience']],
    ['sv', 'patient', ['patient', 'patienter', 'patienterna'], ['patiens']],
    ['tr', 'musteri', ['musteri', 'musteriler', 'musterinin'], ['mustafa']],
    ['lt', 'klientas', ['klientas', 'klientai', 'klientams'], ['klinika']],
  ] as const)
    it(`are those of ${listed} in ${forms.join(', ')}, and not in ${others.join(', ')}`, () =>
      assert.deepEqual(share(language, listed, ...forms, ...others), forms))

  it('are none of a short word, of a language that has none, and leave no less than five letters', () => {
    assert.deepEqual(stemsOf('otac'), [])
    assert.deepEqual(stemsIn('hr', 'otac'), [])
    assert.deepEqual(stemsIn('en', 'customer'), [])
    assert.deepEqual(stemsIn('xx', 'customer'), [])
    assert.ok(stemsOf('osoba').every(stem => stem.endsWith(' osoba')))
    assert.ok(stemsOf('osobama').includes('0 osobama'), 'what is left would be too short')
    assert.ok(stemsOf('osobinama').includes('0 osobin'))
  })

  it('are those of one family of languages each', () => {
    const families = stemsOf('korisnicima').map(stem => stem.split(' ')[0])
    assert.deepEqual(families, [...new Set(families)])
    assert.deepEqual(share('de', 'korisnik', 'korisnici'), [])
  })
})

describe('a denial in a declaration', () => {
  it('is one however it is written, and as a whole only', () => {
    for (const text of ['none', ' None. ', 'NONE!']) assert.ok(isDenial(text), text)
    for (const text of ['none of this is stored', 'nones', '', 'no profiling of customers'])
      assert.ok(!isDenial(text), text)
  })
})

describe('the personal data that a connector makes keys of', () => {
  const keys = (config: Readonly<Record<string, string>>, schema = ''): string[] => {
    const uri = uriOf('c.json')
    const review = reviewTexts([
      {
        uri,
        text: JSON.stringify({
          name: 'c',
          config: {
            'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
            'topic.prefix': 'shop',
            ...config,
          },
        }),
      },
      ...(schema === '' ? [] : [{ uri: uriOf('orders-value.avsc'), text: schema }]),
    ])
    const db = openDb(review.estate, theLibrary())
    return review.estate
      .entities(uri)
      .flatMap(one => (one.kind === 'connector' ? keyFieldsOf(db, one) : []))
      .map(({ field, category, known }) => `${field} ${category.id}${known ? ' by the schema' : ''}`)
  }

  it('are told by columns of tables, and by the fields of a transform', () => {
    assert.deepEqual(keys({ 'message.key.columns': 'public.users:email, id ;public.staff:iban' }), [
      'email contact-email',
      'id person-id',
      'iban financial',
    ])
    for (const [table, expected] of [
      ['public.users', ['address contact-address']],
      ['public.wallets', []],
      ['public.servers', []],
    ] as const)
      assert.deepEqual(keys({ 'message.key.columns': `${table}:address` }), expected, table)
    const transform = (type: string, fields: string, transforms = 'route, key'): string[] =>
      keys({
        transforms,
        'transforms.key.type': `org.apache.kafka.connect.transforms.${type}`,
        'transforms.key.fields': fields,
      })
    assert.equal(transform('ValueToKey', 'email').length, 1)
    assert.equal(transform('ValueToKey', 'id, email , iban').length, 3)
    assert.deepEqual(transform('ValueToKey', 'quantity'), [])
    assert.deepEqual(transform('ExtractField$Key', 'email'), [])
    assert.deepEqual(transform('ValueToKey', 'email', 'route'), [])
    assert.deepEqual(transform('ValueToKey', ' , '), [])
    assert.deepEqual(keys({}), [])
  })

  it('are known from the schema of a topic, where it has the field', () => {
    const config = {
      'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
      topics: 'orders',
      transforms: 'key',
      'transforms.key.type': 'org.apache.kafka.connect.transforms.ValueToKey',
      'transforms.key.fields': 'email,phone',
    }
    const schema = '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}'
    assert.deepEqual(
      keys(config, schema).map(one => one.endsWith('by the schema')),
      [true, false],
    )
  })
})

describe('a name without what its record repeats', () => {
  const short = (record: string, ...fields: readonly string[]): (string | undefined)[] => {
    const text = JSON.stringify({
      type: 'record',
      name: record,
      fields: fields.map(name => ({ name, type: 'string' })),
    })
    const [found] = (readFile(uriOf('r.avsc'), text)?.facts.entities ?? []).filter(one => one.kind === 'record')
    assert.ok(found?.kind === 'record')
    const shortening = shortener(found, theLibrary().vocabulary)
    return fields.map(field => shortening.shorten(field))
  }

  it('is without a word that half of the columns begin or end with', () => {
    assert.deepEqual(short('R', 'emp_firstname', 'emp_street', 'emp_x', 'total'), [
      'firstname',
      'street',
      'x',
      undefined,
    ])
    assert.deepEqual(short('R', 'emp_firstname', 'emp_street', 'x', 'total'), [
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    assert.deepEqual(short('R', 'emp_firstname', 'emp_street', 'emp_x', 'a', 'b', 'c', 'd'), Array(7).fill(undefined))
    assert.deepEqual(short('R', 'name_alt', 'street_alt', 'x_alt'), ['name', 'street', 'x'])
  })

  it('is without the name of the record', () => {
    assert.deepEqual(short('Employee', 'employee_street', 'street_employee', 'employees', 'street'), [
      'street',
      'street',
      undefined,
      undefined,
    ])
  })

  it('is without one or two letters that make words of at least three columns', () => {
    assert.deepEqual(short('R', 'qstreet', 'qphone', 'qemail'), ['street', 'phone', 'email'])
    assert.deepEqual(short('R', 'qstreet', 'qphone', 'total'), [undefined, undefined, undefined])
    // What is a word as it stands has nothing before it.
    assert.deepEqual(short('R', 'email', 'estreet', 'ephone'), [undefined, undefined, undefined])
    assert.deepEqual(short('R', 'email', 'estreet', 'ephone', 'ename'), [undefined, 'street', 'phone', 'name'])
  })
})

describe('a name asks how many there are', () => {
  for (const [name, of, amount] of [
    ['number of cards', true, true],
    ['no of cards', true, true],
    ['nr of cards', true, true],
    ['num of cards', true, true],
    ['count of cards', true, true],
    ['total of cards', true, true],
    ['sum of cards', true, true],
    ['amount of cards', true, true],
    ['nb cards', false, true],
    ['num docs', false, true],
    ['number plate', false, true],
    ['name of card', false, false],
    ['card number', false, false],
    ['of number', false, false],
    ['', false, false],
  ] as const)
    it(`by "${name}": ${of || amount}`, () => {
      const words = name.split(' ')
      assert.deepEqual([asksHowMany(words), beginsWithAmount(words)], [of, amount])
    })
})
