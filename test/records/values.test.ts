import assert from 'node:assert/strict'
import type { Destination } from '../../server/src/assess/destination.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import type { ProcessorDeclaration, Safeguard } from '../../server/src/model/configuration.ts'
import { legalBasisMissing, assessmentOf, categoriesOf } from '../../server/src/records/data.ts'
import { measuresOf } from '../../server/src/records/measures.ts'
import {
  ambiguous,
  basisOf,
  isRecipient,
  locationOf,
  recipientOf,
  transferOf,
  whoRuns,
} from '../../server/src/records/recipients.ts'
import { processorFor, remoteAccessTo } from '../../server/src/records/remote-access.ts'
import type { Value } from '../../server/src/records/record.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'
import { theLibrary, uriOf } from '../support/fixtures.ts'

const { record: words } = inEnglish
const { countries, providers } = theLibrary().knowledge
const [germany, india, japan, america] = ['DE', 'IN', 'JP', 'US'].map(code => countries.get(code))
const swiss = [...countries.values()].find(({ status }) => status === 'adequate')
const amazon = providers.get('aws-s3')
const unspecific = [...providers.values()].find(one => one.unspecific)
assert.ok(germany && india && japan && america && swiss && amazon && unspecific)

const place = (start: number): { file: never; span: { start: number; end: number } } => ({
  file: 'file:///a' as never,
  span: { start, end: start },
})
const destination = (given: object = {}): Destination =>
  ({
    of: { kind: 'connector' },
    role: 'sink',
    name: 'archive',
    names: ['archive'],
    status: 'open',
    at: place(1),
    countries: [],
    certainty: 'stated',
    because: [],
    sources: [],
    policy: 'unsaid',
    denied: false,
    ...given,
  }) as unknown as Destination
const safeguard = (kind: Safeguard['kind'], given: object = {}): Safeguard =>
  ({ kind, date: '2026-02-01', reference: 'DPA 1', at: place(7), ...given }) as unknown as Safeguard
/** A value as a reader sees it: its text, how it is known, where it stands, what to declare. */
const told = ({ text, basis, places, declaration, of }: Value): string =>
  [`${text(words)} (${basis})`, places.map(({ span }) => span.start).join(), declaration, of]
    .filter(one => one !== undefined && one !== '')
    .join(' | ')

describe('a recipient', () => {
  for (const [what, given, expected] of [
    ['whom nobody knows', {}, 'sink archive: unknown, country to be declared (missing) | 1'],
    [
      'of a country and an owner',
      { countries: [germany], provider: amazon, status: 'eea' },
      `sink archive: ${amazon.name}, Germany; group ${amazon.owner} (proven) | 1 | processor`,
    ],
    [
      'that is only guessed',
      { countries: [india], provider: amazon, status: 'third', certainty: 'guessed' },
      `sink archive: ${amazon.name}, India; group ${amazon.owner} (inferred) | 1 | processor`,
    ],
    [
      'in the own network',
      { status: 'inside', service: 'PostgreSQL' },
      'sink archive: PostgreSQL, at a local address, place to be declared (missing) | 1',
    ],
    [
      'that is declared',
      { countries: [germany], status: 'eea', host: 'db.shop.example', declaration: { at: place(5) } },
      'sink archive: db.shop.example, Germany (declared) | 1,5',
    ],
  ] as const)
    it(what, () => assert.equal(told(recipientOf(destination(given))), expected))

  it('is called by who runs it, by the service where its addresses tell no more, by its host, by what it is', () => {
    assert.equal(whoRuns(destination({ provider: amazon, service: 'S3', host: 'h' })), amazon.name)
    assert.equal(whoRuns(destination({ provider: unspecific, service: 'S3', host: 'h' })), 'S3')
    assert.equal(whoRuns(destination({ provider: unspecific, host: 'h' })), unspecific.name)
    assert.equal(whoRuns(destination({ service: 'S3', host: 'h' })), 'h')
    assert.equal(whoRuns(destination({ service: 'S3' })), 'S3')
    assert.equal(whoRuns(destination()), undefined)
  })

  it('is nobody in an own cluster, nor in a registry of the own network', () => {
    for (const [given, expected] of [
      [{ role: 'sink', status: 'inside' }, true],
      [{ role: 'registry', status: 'inside' }, false],
      [{ role: 'registry', status: 'eea' }, true],
      [{ role: 'cluster', status: 'eea' }, false],
      [{ role: 'cluster', status: 'eea', provider: amazon }, true],
    ] as const)
      assert.equal(isRecipient(destination(given)), expected, JSON.stringify(given))
  })

  it('is known as its place is', () => {
    for (const [given, expected] of [
      [{ status: 'open' }, 'missing'],
      [{ status: 'inside' }, 'missing'],
      [{ status: 'third' }, 'proven'],
      [{ status: 'third', certainty: 'guessed' }, 'inferred'],
      [{ status: 'third', declaration: { at: place(5) } }, 'declared'],
      [{ status: 'inside', declaration: { at: place(5) } }, 'declared'],
      [{ status: 'open', declaration: { at: place(5) } }, 'missing'],
    ] as const)
      assert.equal(basisOf(destination(given)), expected, JSON.stringify(given))
  })
})

describe('a transfer', () => {
  const of = (given: object): string[] => transferOf(destination(given)).map(told)
  it('is none within the EEA, nor of schemas in a registry', () => {
    assert.deepEqual(of({ status: 'eea', countries: [germany] }), [])
    assert.deepEqual(of({ role: 'registry', status: 'third', countries: [india] }), [])
  })
  it('may be one where the country is to be declared', () => {
    assert.deepEqual(of({}), ['sink archive: country to be declared (missing) | 1 | destinations'])
    assert.deepEqual(of({ status: 'inside' }), ['sink archive: country to be declared (missing) | 1 | destinations'])
    assert.deepEqual(of({ role: 'cluster' }), [
      'Kafka cluster of archive: country to be declared (missing) | 1 | clusters',
    ])
    assert.deepEqual(of({ role: 'telemetry', service: 'Datadog' }), [
      'telemetry of archive (Datadog): country to be declared (missing) | 1 | destinations',
    ])
    assert.deepEqual(of({ role: 'telemetry' }), [
      'telemetry of archive: country to be declared (missing) | 1 | destinations',
    ])
  })
  it('rests on a decision, on what is declared, or on nothing that is known', () => {
    const kinds = (given: object): string[] =>
      transferOf(destination(given)).map(
        ({ text, basis, declaration }) =>
          `${/to be declared|missing/.test(text(words)) ? 'without' : 'with'} a basis, ${basis}, ${declaration}`,
      )
    assert.deepEqual(kinds({ status: 'third', countries: [india] }), ['without a basis, missing, safeguards'])
    assert.deepEqual(kinds({ status: 'adequate', countries: [swiss] }), ['with a basis, proven, safeguards'])
    assert.deepEqual(kinds({ status: 'adequate', countries: [swiss], certainty: 'guessed' }), [
      'with a basis, inferred, safeguards',
    ])
    assert.deepEqual(kinds({ status: 'adequate', countries: [swiss], declaration: { at: place(5) } }), [
      'with a basis, declared, safeguards',
    ])
    assert.match(of({ status: 'adequate', countries: [swiss] })[0] ?? '', new RegExp(swiss.name))
    assert.match(of({ status: 'third', countries: [germany, india] })[0] ?? '', /India/)
    assert.notEqual(
      of({ status: 'conditional', countries: [america] })[0],
      of({ status: 'third', countries: [{ ...america, decision: undefined }] })[0],
      'a decision for some is told where it is not enough',
    )
  })
  for (const [kind, given, expected] of [
    ['scc', {}, ['module', 'importer', 'assessed']],
    ['scc', { module: '2' }, ['importer', 'assessed']],
    ['scc', { module: '2', importer: 'A', assessed: '2026-01-01' }, []],
    ['bcr', {}, ['importer', 'assessed']],
    ['dpf', {}, ['importer']],
    ['dpf', { importer: 'A' }, []],
    ['adequacy', {}, ['importer']],
    ['code-of-conduct', {}, ['importer', 'assessed']],
    ['certification', {}, ['importer', 'assessed']],
    ['ad-hoc', {}, ['importer', 'assessed']],
    ['derogation', {}, []],
    ['other', {}, ['importer']],
  ] as const)
    it(`under ${kind} with ${Object.keys(given).join(' and ') || 'nothing'} lacks ${expected.join(', ') || 'nothing'}`, () => {
      const [, lacking] = transferOf(
        destination({ status: 'third', countries: [india], safeguard: safeguard(kind, given) }),
      )
      assert.deepEqual(
        lacking && [lacking.text(words), lacking.basis, lacking.places.map(({ span }) => span.start), lacking.isListed],
        expected.length > 0 ? [words.safeguardLacks('sink archive', [...expected]), 'missing', [7], true] : undefined,
      )
    })
  it('has the places of its destination and of its safeguard', () => {
    const [value] = transferOf(destination({ status: 'third', countries: [india], safeguard: safeguard('other') }))
    assert.deepEqual(
      value?.places.map(({ span }) => span.start),
      [1, 7],
    )
    assert.equal(value?.basis, 'declared')
  })
})

describe('a location', () => {
  const of = (given: object): string[] => locationOf(destination(given)).map(told)
  it('is where data lies, not where schemas, figures or requests go', () => {
    for (const role of ['registry', 'telemetry', 'proxy']) assert.deepEqual(of({ role, countries: [germany] }), [])
    assert.deepEqual(of({ role: 'tier', countries: [germany], status: 'eea' }).length, 1)
  })
  it('has country and owner, as far as they are known', () => {
    assert.deepEqual(of({ countries: [germany, india], provider: amazon, status: 'third' }), [
      `sink archive: Germany, India, with ${amazon.short} (proven) | 1`,
    ])
    assert.deepEqual(of({}), ['sink archive: country to be declared (missing) | 1'])
    assert.deepEqual(of({ countries: [germany], status: 'eea', declaration: { at: place(5) } }), [
      'sink archive: Germany (declared) | 1,5',
    ])
  })
  it('that may be another one is to be settled', () => {
    const [value] = locationOf(destination({ countries: [germany], status: 'eea' }))
    assert.ok(value)
    assert.equal(ambiguous(value).basis, 'missing')
    assert.equal(ambiguous(value).text(words), words.toSettle('sink archive: Germany'))
  })
})

describe('access from elsewhere', () => {
  const files = (configuration = ''): Texts => ({
    'k.yaml': strimzi('Kafka', 'shop', '  kafka:\n    config: {}\n'),
    '.kafka-review.yaml': `version: 1\n${configuration}`,
  })
  const processor = (accessFrom: readonly string[], provider?: string): ProcessorDeclaration =>
    ({
      name: { value: 'Amazon', at: place(3) },
      accessFrom: accessFrom.map(value => ({ state: 'known', value, at: place(4) })),
      ...(provider ? { provider } : {}),
    }) as unknown as ProcessorDeclaration
  const access = (
    configuration: string,
    destinations: readonly Destination[] = [],
    processors: readonly ProcessorDeclaration[] = [],
    withCluster = true,
  ): string[] => {
    const { db, the } = ask(files(configuration))
    const cluster = the('k.yaml', 'cluster')
    return remoteAccessTo(withCluster ? [cluster] : [], destinations, processors, uriOf('k.yaml'), db).map(
      ({ text, basis }) => `${text(words)} (${basis})`,
    )
  }
  const support = (...codes: readonly string[]): string =>
    `residency:\n  clusters:\n    - match: shop\n      supportAccess: [${codes.join(', ')}]\n`
  const open = `${words.remoteAccess.open} (missing)`
  const within = `${words.remoteAccess.inside} (declared)`
  const managed = destination({ provider: amazon, status: 'eea', countries: [germany] })

  it('is asked for until it is declared of everything', () => {
    assert.deepEqual(access(''), [open])
    assert.deepEqual(access('', [], [], false), [open])
    assert.deepEqual(access(support('DE')), [within])
    assert.deepEqual(access(support('DE').replace('match: shop', 'match: other')), [open])
    assert.deepEqual(access(support('DE'), [managed]), [open])
    assert.deepEqual(access(support('DE'), [managed], [processor([], amazon.id)]), [open])
    assert.deepEqual(access(support('DE'), [managed], [processor(['FR'], amazon.id)]), [within])
    assert.deepEqual(access(support('DE'), [destination()]), [within], 'nobody is known to run that')
    assert.deepEqual(access(support('DE'), [destination({ provider: amazon, role: 'cluster' })]), [within])
  })
  it('from a third country is a transfer, with the safeguard of whoever it is', () => {
    const from = (who: string, country: string, basis: string): string => words.remoteAccess.from(who, country, basis)
    assert.deepEqual(access(support('IN')), [`${from('shop', 'India', words.safeguardMissing)} (missing)`])
    assert.deepEqual(access(support('IN', 'DE', 'IS')), [`${from('shop', 'India', words.safeguardMissing)} (missing)`])
    assert.deepEqual(access(support('IN'), [managed]), [
      `${from('shop', 'India', words.safeguardMissing)} (missing)`,
      open,
    ])
    assert.equal(access(support(swiss.code)).join().endsWith('(declared)'), true)
    assert.notEqual(access(support(swiss.code))[0], `${from('shop', swiss.name, words.safeguardMissing)} (declared)`)
    const guarded = access(
      `${support('IN')}safeguards:\n  - { destination: shop, kind: scc, date: 2026-02-01, reference: DPA 1 }\n`,
    )
    assert.equal(guarded.length, 1)
    assert.match(guarded[0] ?? '', /DPA 1.* \(declared\)$/)
    assert.deepEqual(access('', [managed, managed], [processor(['IN'], amazon.short)], false), [
      `${from('Amazon', 'India', words.safeguardMissing)} (missing)`,
    ])
  })
  it('is that of the processor who runs something, by any name of its provider', () => {
    for (const name of [amazon.id, amazon.name, amazon.short])
      assert.ok(processorFor(managed, [processor([]), processor([], name)]), name)
    assert.equal(processorFor(managed, [processor([], 'other'), processor([])]), undefined)
    assert.equal(processorFor(destination(), [processor([], amazon.id)]), undefined)
  })
})

describe('the measures of a cluster', () => {
  const listeners = (...list: readonly string[]): string =>
    `    listeners:\n${list.map(one => `      - ${one}\n`).join('')}`
  const measured = (kafka: string, more: Texts = {}): string[] => {
    const { db, the } = ask({ 'k.yaml': strimzi('Kafka', 'shop', `  kafka:\n${kafka}`), ...more })
    const { measures, weaknesses } = measuresOf(
      { kind: 'schema', file: uriOf('k.yaml') } as never,
      [the('k.yaml', 'cluster')],
      [],
      db,
    )
    return [
      ...measures.map(({ text, basis, of }) => `${text(words)} (${basis}${of ? `, ${of}` : ''})`),
      ...weaknesses.map(({ text, basis }) => `weak: ${text(words)} (${basis})`),
    ]
  }
  const tls = '{ name: tls, port: 9093, type: internal, tls: true }'
  const plain = '{ name: plain, port: 9092, type: internal, tls: false }'
  const signed = '{ name: signed, port: 9094, type: internal, tls: true, authentication: { type: tls } }'
  const listed =
    '{ name: ext, port: 9095, type: loadbalancer, tls: true, networkPolicyPeers: [], configuration: { loadBalancerSourceRanges: ["10.0.0.0/8"] } }'

  it('are encryption where all its listeners have it, else a weakness', () => {
    assert.deepEqual(measured(listeners(tls)), [`${words.encrypted('shop')} (proven, encryption)`])
    assert.deepEqual(measured(listeners(plain)), [`weak: ${words.unencrypted('plain', 'shop')} (proven)`])
    assert.deepEqual(measured(listeners(tls, plain)), [`weak: ${words.unencrypted('plain', 'shop')} (proven)`])
    assert.deepEqual(
      measured(listeners(tls, '{ name: open, port: 9096, type: internal, tls: "{{ .Values.tls }}" }')),
      [],
    )
    assert.deepEqual(measured('    config: {}\n'), [])
  })
  it('are authentication of those that ask, and access control', () => {
    const encrypted = `${words.encrypted('shop')} (proven, encryption)`
    assert.deepEqual(measured(listeners(tls, signed)), [
      encrypted,
      `${words.authentication('tls', 1, 2, 'shop')} (proven, access)`,
    ])
    assert.deepEqual(measured(`${listeners(signed)}    authorization: { type: simple }\n`), [
      encrypted,
      `${words.authentication('tls', 1, 1, 'shop')} (proven, access)`,
      `${words.accessControl('simple', 'shop')} (proven, access)`,
    ])
  })
  it('are lists of sources, unless one of them is everybody', () => {
    const encrypted = `${words.encrypted('shop')} (proven, encryption)`
    assert.deepEqual(measured(listeners(listed)), [encrypted, `${words.segmented(['ext'], 'shop')} (proven, access)`])
    assert.deepEqual(measured(listeners(listed.replace('10.0.0.0/8', '0.0.0.0/0'))), [encrypted])
  })
  it('are quotas of its users, and nobody else’s', () => {
    const user = (name: string, cluster: string): string =>
      strimzi('KafkaUser', name, '  quotas: { producerByteRate: 1 }\n', cluster)
    assert.deepEqual(measured('    config: {}\n', { 'u.yaml': user('a', 'shop'), 'v.yaml': user('b', 'other') }), [
      `${words.quotas(['a'])} (proven)`,
    ])
  })
})

describe('what speaks for an assessment, and what the law asks for', () => {
  it('is to be examined where nothing is seen, unless somebody has', () => {
    assert.deepEqual(assessmentOf([], [], [], false).map(told), [`${words.assessmentNoSign} (missing)`])
    assert.deepEqual(assessmentOf([], [], [], true), [])
  })
  const data = (...ids: readonly string[]): never =>
    ids.map((id, index) => ({
      category: { ...theLibrary().vocabulary.categories.get(id), id },
      field: { name: { value: `f${index}`, at: place(index) } },
      grade: index === 0 ? 'stated' : 'strong',
    })) as never
  const special = [...theLibrary().vocabulary.categories.values()].find(one => one.special && one.id !== 'criminal')
  assert.ok(special)
  const declared = (bases: readonly string[], conditions: readonly string[] = []): never =>
    [
      {
        legalBasis: bases.map(value => ({ value, at: place(8) })),
        conditions: conditions.map(value => ({ value, at: place(9) })),
      },
    ] as never
  const missing = (ids: readonly string[], bases: readonly string[], conditions?: readonly string[]): string[] =>
    legalBasisMissing(data(...ids), declared(bases, conditions)).map(told)
  const basis = `${words.toBeDeclared} (missing)`
  it('is a basis of Art. 6', () => {
    assert.deepEqual(missing([], []), [basis])
    assert.deepEqual(missing([], ['Art. 6(1)(b)']), [])
    assert.deepEqual(missing([], ['our contract']), [])
    assert.deepEqual(missing([], ['Art. 9(2)(h)']), [`${words.basisMissing} (missing) | 8`])
    assert.deepEqual(missing([], ['Art. 10']), [`${words.basisMissing} (missing) | 8`])
    assert.deepEqual(missing([], ['Art. 9(2)(h)', 'Art. 6(1)(c)']), [])
  })
  it('is a condition for data of a special category, and a law for data of crimes', () => {
    const lacking = (nine: boolean, ten: boolean, at: string): string =>
      `${words.conditionMissing(nine, ten)} (missing) | ${at} | record.activities: conditions | condition`
    const six = ['Art. 6(1)(b)']
    assert.deepEqual(missing([special.id], six), [lacking(true, false, '0')])
    assert.deepEqual(missing(['criminal'], six), [lacking(false, true, '0')])
    assert.deepEqual(missing(['criminal', special.id], six), [lacking(true, true, '1,0')])
    assert.deepEqual(missing([special.id], six, ['Art. 9(2)(h)']), [])
    assert.deepEqual(missing(['criminal'], six, ['Art. 9(2)(h)']), [lacking(false, true, '0')])
    assert.deepEqual(missing(['criminal'], six, ['Art. 10']), [])
    assert.deepEqual(missing([special.id, 'criminal'], six, ['our doctors may']), [])
    assert.deepEqual(missing([special.id], ['Art. 6(1)(b), Art. 9(2)(h)']), [])
  })
  it('has data of special categories first, proven where all its fields are stated', () => {
    const told = categoriesOf(data('criminal', 'criminal')).map(({ basis: known, places }) => [known, places.length])
    assert.deepEqual(told, [['inferred', 2]])
    assert.deepEqual(
      categoriesOf(data('contact-email', special.id)).map(({ places: [at] }) => at?.span.start),
      [1, 0],
    )
    assert.deepEqual(
      categoriesOf(data('criminal')).map(one => one.basis),
      ['proven'],
    )
  })
})
