import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import type { Knowledge } from '../server/src/knowledge/load.ts'
import type { Vocabulary } from '../server/src/assess/vocabulary.ts'
import { locateHost } from '../server/src/assess/location.ts'
import { secretForms } from '../server/src/assess/secrets.ts'
import { hostsOf } from '../server/src/text/hosts.ts'
import { told } from '../server/tools/data.ts'
import { staleOn } from '../server/tools/freshness.ts'
import { theLibrary } from './support/fixtures.ts'

const folder = 'server/src/knowledge'
const loaded = new Map<string, Record<string, unknown>>()
const load = (name: string): Record<string, unknown> => {
  const data = loaded.get(name) ?? (parse(readFileSync(`${folder}/${name}.yaml`, 'utf8')) as Record<string, unknown>)
  loaded.set(name, data)
  return data
}
const names = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .map(name => name.replace('.yaml', ''))

/** Every `source` in a data file. */
function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string' ? [inner] : sourcesIn(inner),
  )
}

describe('the data files', () => {
  let knowledge: Knowledge
  let vocabulary: Vocabulary
  before(() => {
    ;({ knowledge, vocabulary } = theLibrary())
  })

  it('tell what has to be looked up again', () => {
    assert.ok(staleOn('2026-11-21').every(line => line.endsWith('from memory')))
    const later = staleOn('2032-01-01')
    assert.equal(later.filter(line => line.endsWith('more than a year ago')).length, names.length)
    assert.ok(
      later.some(line => /2021\/1772, .* ended on 2031-12-27$/.test(line)),
      later.join('\n'),
    )
  })

  for (const name of names) {
    it(`${name}.yaml fits its schema`, () => {
      const validate = new Ajv({ strict: false }).compile(
        JSON.parse(readFileSync(`${folder}/schemas/${name}.json`, 'utf8')) as object,
      )
      assert.ok(validate(load(name)), JSON.stringify(validate.errors?.slice(0, 3)))
    })

    it(`${name}.yaml names a source for each entry, and a date`, () => {
      const { sources, asOf, ...rest } = load(name) as { sources: Record<string, string>; asOf: string }
      for (const source of sourcesIn(rest)) assert.ok(source in sources, `source ${source} is not listed`)
      assert.ok(asOf <= new Date().toISOString().slice(0, 10), 'a date in the future')
    })
  }

  it('ship with their sources where their loader puts these beside what it says', () => {
    const folder = 'server/src/knowledge'
    const telling = readdirSync(folder)
      .filter(file => file.endsWith('.ts') && file !== 'sources.ts')
      .filter(file => /\bsource(?:d|Of)\(/.test(readFileSync(`${folder}/${file}`, 'utf8')))
      .map(file => file.replace(/ts$/, 'yaml'))
    assert.deepEqual(
      readdirSync(folder).filter(file => told.test(`${folder}/${file}`)),
      telling,
    )
  })

  it('say nothing from memory in a sentence that a user reads', () => {
    const law = load('law') as {
      articles: Record<string, { says: string; source: string }>
      sources: Record<string, string>
    }
    const { decisions } = load('countries') as { decisions: Record<string, object> }
    const { providers, owners, sources } = load('providers') as {
      providers: { name: string }[]
      owners: Record<string, { name: string; source: string }>
      sources: Record<string, string>
    }
    const said = [
      ...Object.values(law.articles).map(({ says, source }) => `${says} ${law.sources[source]}`),
      ...Object.values(decisions).map(decision => JSON.stringify(decision)),
      ...providers.map(({ name }) => name),
      ...Object.entries(owners).map(([short, { name, source }]) => `${short} ${name} ${source} ${sources[source]}`),
      ...readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' })
        .filter(path => path.endsWith('.md'))
        .map(path => readFileSync(`server/src/rules/${path}`, 'utf8')),
    ]
    assert.ok(said.length > 150)
    for (const text of said) assert.doesNotMatch(text, /from memory|undefined/i)
  })

  it('join regions to countries, and tell where these are', () => {
    const regions = [...knowledge.regions].flatMap(([system, codes]) =>
      [...codes.values()].map(region => ({ ...region, system })),
    )
    for (const { system, code, countries, apart } of regions)
      for (const country of countries) {
        const known = knowledge.countries.get(country)
        assert.ok(known, `${system} ${code}: ${country}`)
        assert.ok(apart || known.centre, `${code}: nobody says where ${country} is`)
      }
  })

  it('join countries to decisions', () => {
    for (const { code, status, decision } of knowledge.countries.values())
      assert.equal(decision !== undefined, status === 'adequate' || status === 'conditional', code)
  })

  it('join providers to systems of regions and to countries, each id once', () => {
    const systems = ['own', 'cloud-dependent', 'snowflake', 'aws-short', ...knowledge.regions.keys()]
    assert.equal(
      knowledge.providers.size,
      (load('providers') as { providers: unknown[] }).providers.length,
      'an id stands twice',
    )
    for (const { id, regionSystem, country, home } of knowledge.providers.values()) {
      assert.ok(regionSystem === undefined || systems.includes(regionSystem), `${id}: ${regionSystem}`)
      for (const code of [country, home])
        assert.ok(code === undefined || knowledge.countries.has(code), `${id}: ${code}`)
    }
  })

  it('join connectors and side destinations to providers', () => {
    const named = [
      ...[...knowledge.connectors.values()].map(({ classes, provider }) => ({ what: classes.join(), provider })),
      ...[...knowledge.sideDestinations].flatMap(([what, rows]) => rows.map(({ provider }) => ({ what, provider }))),
    ]
    for (const { what, provider } of named)
      assert.ok(provider === undefined || knowledge.providers.has(provider), `${what}: ${provider}`)
  })

  it('name each connector class once', () => {
    const classes = (load('connectors') as { connectors: { classes: string[] }[] }).connectors.flatMap(
      row => row.classes,
    )
    assert.deepEqual(
      classes.filter((name, index) => classes.indexOf(name) !== index),
      [],
    )
  })

  it('read their own examples of hosts', () => {
    for (const { id, name, pattern, examples } of knowledge.providers.values()) {
      for (const example of examples.filter(text => !text.includes('*'))) {
        const [host] = hostsOf(example)
        assert.ok(
          host !== undefined && locateHost(host, knowledge).provider !== undefined,
          `${id}: ${example} belongs to nobody`,
        )
      }
      assert.ok(
        !pattern || examples.some(example => hostsOf(example).some(host => pattern.test(host))),
        `${id} (${name}): no example that its pattern reads`,
      )
    }
  })

  it('have no pattern that runs away on a long host', () => {
    const long = ['a'.repeat(5000), 'a.'.repeat(2500), '-'.repeat(5000), 'a-1.'.repeat(1200)]
    for (const { id, suffixes, pattern } of knowledge.providers.values()) {
      for (const text of long) {
        const start = performance.now()
        pattern?.exec(text + (suffixes[0] ?? ''))
        assert.ok(performance.now() - start < 200, `${id} took too long`)
      }
    }
    for (const { what, pattern } of secretForms) {
      for (const text of [...long, 'password='.repeat(1000), '//'.repeat(3000), ':@'.repeat(3000)]) {
        const start = performance.now()
        pattern.exec(text)
        assert.ok(performance.now() - start < 200, `${what} took too long`)
      }
    }
  })

  it('rest less and less on memory', () => {
    // Rows that nobody has looked up yet: these numbers may only fall, and no other file may have any.
    const most: Readonly<Record<string, number>> = { providers: 33, regions: 29, connectors: 16 }
    for (const name of names) {
      const rows = sourcesIn(load(name)).filter(source => source === 'memory').length
      assert.ok(rows <= (most[name] ?? 0), `${name}.yaml: ${rows} rows from memory, at most ${most[name] ?? 0} were`)
    }
  })

  it('print no sentence of law from memory', () => {
    const { articles } = load('law') as { articles: Record<string, { url: string }> }
    for (const [id, { url }] of Object.entries(articles)) assert.match(url, /^https:\/\//, id)
    const { decisions } = load('countries') as { decisions: Record<string, { source: string; scope: string }> }
    const { sources } = load('countries') as { sources: Record<string, string> }
    for (const [id, decision] of Object.entries(decisions))
      assert.doesNotMatch(`${JSON.stringify(decision)} ${sources[decision.source]}`, /from memory/, id)
  })

  it('use categories that are described', () => {
    for (const file of ['personal-data-concepts', 'personal-data-special'])
      for (const { category } of Object.values(
        (load(file) as { concepts: Record<string, { category: string }> }).concepts,
      ))
        assert.ok(vocabulary.categories.has(category), category)
  })
})
