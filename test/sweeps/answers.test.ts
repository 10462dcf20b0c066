import assert from 'node:assert/strict'
import { personalDataIn } from '../../server/src/assess/data-flow.ts'
import { openDb, query, type Db } from '../../server/src/assess/db.ts'
import { replicationSettingsOf } from '../../server/src/assess/durability.ts'
import type { Estate } from '../../server/src/model/estate.ts'
import { knownValue } from '../../server/src/model/fact.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { readFixtures, reviewTexts, root, theLibrary, type Fixture } from '../support/fixtures.ts'

const open = (estate: Estate): Db => openDb(estate, theLibrary())

const schema = {
  uri: `${root}customer.avsc`,
  text: '{ "type": "record", "name": "Customer", "fields": [{ "name": "email", "type": "string" }] }',
}

const recordIn = ({ estate }: Db) =>
  [...estate.files()].flatMap(file => estate.entities(file)).find(entity => entity.kind === 'record') ??
  assert.fail('no record')

describe('an answer', () => {
  it('is worked out once for each thing, as long as the database is open', () => {
    const { estate } = reviewTexts([])
    const asked: string[] = []
    const length = query((_db, name: string): number | undefined => {
      asked.push(name)
      return name === '' ? undefined : name.length
    })
    const [one, other] = [open(estate), open(estate)]
    assert.deepEqual(
      [length(one, 'abc'), length(one, ''), length(one, 'abc'), length(one, ''), length(other, 'abc')],
      [3, undefined, 3, undefined, 3],
    )
    assert.deepEqual(asked, ['abc', '', 'abc'])
  })

  it('tells things of equal text apart', () => {
    const { estate } = reviewTexts([
      { uri: `${root}a/connect.properties`, text: worker },
      { uri: `${root}b/connect.properties`, text: worker },
    ])
    const db = open(estate)
    const [a, b] = [...estate.files()].map(
      file => estate.facts(file)?.entities.find(entity => entity.kind === 'connect-cluster') ?? assert.fail(file),
    )
    assert.ok(a && b)
    assert.notEqual(replicationSettingsOf(db, a), replicationSettingsOf(db, b))
  })

  it('on the personal data of a record is remembered for whoever opens the estate next', () => {
    const { estate } = reviewTexts([schema])
    const first = personalDataIn(open(estate), recordIn(open(estate)))
    assert.deepEqual(
      first.map(({ field }) => field.name.value),
      ['email'],
    )
    assert.equal(personalDataIn(open(estate), recordIn(open(estate))), first)
  })

  it('on the personal data of a record is another one when the configuration is', () => {
    const review = reviewTexts([schema])
    const before = personalDataIn(open(review.estate), recordIn(open(review.estate)))
    const denied = reviewTexts([
      { uri: `${root}.kafka-review.yaml`, text: 'personalData:\n  not: [{ record: Customer, field: email }]\n' },
    ])
    review.update([...denied.estate.files()].map(file => [file, denied.estate.facts(file)]))
    assert.equal(before.length, 1)
    assert.deepEqual(personalDataIn(open(review.estate), recordIn(open(review.estate))), [])
  })
})

const worker = 'bootstrap.servers=kafka:9093\ngroup.id=c\nconfig.storage.topic=c\nconfig.storage.replication.factor=1\n'

/** The engines that the entities of a fixture name. */
const enginesIn = ({ files }: Fixture): string[] =>
  [...openReader().read(files.map(({ uri, text }) => [uri, text]))]
    .flatMap(([, facts]) => facts?.entities ?? [])
    .flatMap(entity => ('engine' in entity && entity.engine !== undefined ? entity.engine : []))
    .flatMap(engine => (typeof engine === 'string' ? engine : (knownValue(engine) ?? [])))

describe('engines', () => {
  it('that formats name, or hosts tell, are those that the data knows', () => {
    const { kinds } = theLibrary().knowledge.engines
    const named = rules.flatMap(({ code, name }) => readFixtures(`test/rules/${code}-${name}`).flatMap(enginesIn))
    const told = [...kinds].flatMap(([id, { hosts }]) => (hosts.length > 0 ? [id] : []))
    assert.deepEqual([...new Set([...named, ...told])].sort(), [...kinds.keys()].sort())
  })
})
