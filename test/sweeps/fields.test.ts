import { readFileSync } from 'node:fs'
import { readingsOf } from '../../server/src/assess/readings/readings.ts'
import type { Field, SchemaRecord } from '../../server/src/model/entities.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { groupBy } from '../../server/src/text/order.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { theLibrary } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'

/** Records of many kinds, with fields that tell of which. */
const records: Readonly<Record<string, readonly string[]>> = {
  Customer: ['customerId', 'name', 'email'],
  Order: ['orderId', 'amount'],
  Dog: ['breed', 'owner'],
  LedgerEntry: ['debit', 'credit'],
  WebhookAuthorization: ['token', 'url'],
  SocketAddress: ['port'],
  Company: ['vatNumber', 'name'],
  PatientVisit: ['diagnosis', 'ward'],
  LoginRequest: ['username', 'password'],
  EmployeeContract: ['employee', 'salary'],
  Product: ['sku', 'price'],
  Vehicle: ['vin', 'model'],
  Event: ['id', 'payload'],
  MemberDetails: ['member_id', 'joined'],
}

interface Row {
  readonly name: string
  readonly type: string
}

/** The fields of the labelled table, each once. */
const fields = (): Row[] => [
  ...new Map(
    readFileSync('test/personal-data/fields.txt', 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
      .flatMap(line => line.slice(line.indexOf(': ') + 2).split(' | '))
      .map(cell => cell.split(' '))
      .filter(([, type = '']) => type !== type.toUpperCase())
      .map(([name = '', type = '']) => [`${name} ${type}`, { name, type }]),
  ).values(),
]

/** How a field may be understood in a record: what speaks for which is held elsewhere, what they weigh changes whenever it is learned anew. */
function readingsIn(record: string, others: readonly string[], { name, type }: Row): string {
  const { vocabulary } = theLibrary()
  const beside = others.filter(other => other !== name).map(other => ({ name: other, type: 'string' }))
  const text = JSON.stringify({ type: 'record', name: record, fields: [...beside, { name, type }] })
  const entities = readFile(toUri(`file:///${record}.avsc`), text)?.facts.entities ?? []
  const made = entities.filter((entity): entity is SchemaRecord => entity.kind === 'record')
  const [first] = made
  const field: Field | undefined = first?.fields.at(-1)
  if (!first || !field) throw new Error(`${record} is no record`)
  const scene = vocabulary.surroundings(made).scene(first)
  return readingsOf({ field, name: vocabulary.readName(name) }, scene, vocabulary)
    .map(
      ({ category, subject, words, owner, proven, identifier, own, common }) =>
        `${category.id} of ${subject} by ${words}${owner === undefined ? '' : `, ${owner}'s`}${identifier ? `, ${identifier.name}` : ''}${proven ? ', proven' : ''} (${own.length} + ${common.length})`,
    )
    .join('; ')
}

describe('a field in records of many kinds', () => {
  for (const [letter, rows] of groupBy(fields(), ({ name }) => (name[0] ?? '').toLowerCase()))
    it(`is understood as it was: ${letter}`, () => {
      const lines = rows.flatMap(row => {
        const told = groupBy(Object.entries(records), ([record, others]) => readingsIn(record, others, row))
        return [
          `${row.name} ${row.type}\n`,
          ...[...told].map(([reading, alike]) => `  ${alike.map(([record]) => record).join(' ')}: ${reading || '-'}\n`),
        ]
      })
      assertGolden(`test/sweeps/fields/${letter}.golden.txt`, lines.join(''))
    })
})
