import { personalDataIn, schemaOf } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { isOfInterface } from '../assess/interface.ts'
import type { Schema } from '../model/entities.ts'
import { placeKey, placeOf } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import type { Processing } from './cells.ts'
import { categoriesOf } from './data.ts'
import { nameOf, undeclaredTopicsOf } from './gather.ts'
import type { LooseSchema } from './record.ts'

/** Schemas that show personal data, and of which no topic of the files is known to be: those of special categories first, then by name. What programs only ask each other is none. */
export function looseSchemas(schemas: readonly Schema[], others: readonly Processing[], db: Db): LooseSchema[] {
  const told = new Set(
    others
      .flatMap(of =>
        of.kind === 'topic'
          ? (schemaOf(db, nameOf(of), of) ?? [])
          : undeclaredTopicsOf(of, db).flatMap(({ name }) => schemaOf(db, name, of) ?? []),
      )
      .flatMap(({ records }) => records.map(({ name }) => placeKey(name.at))),
  )
  return schemas
    .flatMap(schema => {
      const records = schema.records.filter(({ name }) => !told.has(placeKey(name.at)))
      for (const { name } of records) told.add(placeKey(name.at))
      const data = records.flatMap(record => (isOfInterface(db, record) ? [] : personalDataIn(db, record)))
      const source = { kind: schema.kind, name: nameOf(schema), at: placeOf(schema.name) }
      return data.length === 0
        ? []
        : [{ source, special: data.some(({ category }) => category.special), categories: categoriesOf(data) }]
    })
    .sort((a, b) => Number(b.special) - Number(a.special) || compareTexts(a.source.name, b.source.name))
}
