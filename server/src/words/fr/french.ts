import type { Language } from '../message.ts'
import { commands } from './commands.ts'
import { compatibility } from './compatibility.ts'
import { configuration } from './configuration.ts'
import { delta } from './delta.ts'
import { durability } from './durability.ts'
import { editor } from './editor.ts'
import { fixes } from './fixes.ts'
import { groupName } from './group-name.ts'
import { migration } from './migration.ts'
import { personalData } from './personal-data.ts'
import { places } from './places.ts'
import { reasons } from './reasons.ts'
import { recovery } from './recovery.ts'
import { reports } from './reports.ts'
import { residency } from './residency.ts'
import { retention } from './retention.ts'
import { security } from './security.ts'
import { transfer } from './transfer.ts'

/** All words in French; the compiler holds them complete. */
export const french: Language = {
  ...personalData,
  ...groupName,
  ...durability,
  ...transfer,
  ...security,
  ...retention,
  ...residency,
  ...recovery,
  ...compatibility,
  ...configuration,
  ...fixes,
  ...reasons,
  ...places,
  ...editor,
  ...reports,
  ...commands,
  ...migration,
  ...delta,
}
