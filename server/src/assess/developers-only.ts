import type { Db } from './db.ts'
import type { Revelation } from './naming.ts'
import { isCalledDevelopment, isForTests, isPlainlyDevelopment } from './stage.ts'
import type { Entity } from '../model/entities.ts'

/** Whether what a name reveals is read by developers only: in tests, or where names say development, twice where it is of a special category. */
export const servesNobodyElse = (db: Db, entity: Entity, { of }: Revelation): boolean =>
  isForTests(db, entity.file) || (of === 'special' ? isPlainlyDevelopment(db, entity) : isCalledDevelopment(db, entity))
