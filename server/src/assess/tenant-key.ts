import type { Field, SchemaRecord } from '../model/entities.ts'
import { schemasIn, schemasInFolder } from '../model/link-key.ts'
import { folderOf, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { query, type Db } from './db.ts'
import { readRecordName } from './record-subject.ts'

/** In so many records a key of customers stands before it is asked whose, and in so large a part of those around. */
const [fewest, share] = [4, 0.6]

/**
 * Whether the key of a customer or an account is that of an organisation: its doc says so, or users and employees belong to one, and nearly every record around carries it.
 * Shops have customers who are people; what serves companies has customers who have people.
 */
export const isTenantKey = (db: Db, record: SchemaRecord, field: Field): boolean =>
  namesHolder(field) && (saysSo(db, field) || spreadIn(db, folderOf(record.file)).has(spelled(field)))

const holders: ReadonlySet<string> = new Set(['customer', 'customers', 'client', 'account', 'subscriber', 'kunde'])

const spelled = ({ name }: Field): string => wordsOf(name.value).join(' ')

/** `customer_id`, and nothing before it: `billing_customer_id` is somebody else's. */
const namesHolder = ({ name }: Field): boolean => {
  const [first = '', ...rest] = wordsOf(name.value)
  return holders.has(first) && rest.every(word => ends.has(word))
}

const ends: ReadonlySet<string> = new Set(['id', 'ref', 'key', 'uuid', 'uid', 'guid', 'number', 'no', 'code'])

/** Whether a doc names an organisation or a tenant. */
const saysSo = ({ vocabulary }: Db, { doc }: Field): boolean => {
  const words = wordsOf(doc.slice(0, 160))
  return words.includes('tenant') || vocabulary.organisations.find(words).length > 0
}

/** The keys that nearly all records of a folder carry, those of users and employees too. */
const spreadIn = query((db, folder: Uri): ReadonlySet<string> => {
  const records = db.estate
    .find(schemasInFolder(folder))
    .flatMap(({ file }) => db.estate.find(schemasIn(file)).flatMap(schema => schema.records))
    .filter(({ fields }) => fields.length > 1)
  const carrying = new Map<string, SchemaRecord[]>()
  for (const record of records)
    for (const key of new Set(record.fields.filter(namesHolder).map(spelled))) {
      const among = carrying.get(key)
      if (among) among.push(record)
      else carrying.set(key, [record])
    }
  const isSpread = (among: readonly SchemaRecord[]): boolean =>
    among.length >= fewest && among.length >= share * records.length && among.some(record => isOfPeople(db, record))
  return new Set([...carrying].flatMap(([key, among]) => (isSpread(among) ? [key] : [])))
})

/** Whether a record is named after users or employees: people whom a customer may have. */
const isOfPeople = ({ vocabulary }: Db, { name, fullName }: SchemaRecord): boolean => {
  const { head, subject } = readRecordName(name.value, fullName, [], vocabulary)
  return (head === 'person' || head === 'either' || head === 'role') && had.has(subject?.id ?? '')
}

const had: ReadonlySet<string> = new Set(['user', 'employee', 'member', 'person'])
