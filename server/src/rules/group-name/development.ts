import type { Db } from '../../assess/db.ts'
import type { Revelation } from '../../assess/naming.ts'
import { isCalledDevelopment, isForTests, isPlainlyDevelopment } from '../../assess/stage.ts'
import type { Entity } from '../../model/entities.ts'

/** Whether what a name reveals is read by developers only: in tests, or where names say development, twice where it is of a special category. */
export const servesNobodyElse = (db: Db, entity: Entity, { of }: Revelation): boolean =>
  isForTests(db, entity.file) || (of === 'special' ? isPlainlyDevelopment(db, entity) : isCalledDevelopment(db, entity))
