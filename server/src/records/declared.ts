import type { Db } from '../assess/db.ts'
import { activityFor, configurationFor } from '../assess/settled.ts'
import type { ActivityDeclaration } from '../model/configuration.ts'
import type { Known } from '../model/fact.ts'
import type { CellName, Role } from './cells.ts'
import type { Value } from './record.ts'
import type { Words } from './words/words.ts'
import type { Uri } from '../text/uri.ts'

/** The declarations of an activity: all of its name, else those that its parts are declared under. */
export function declarationsFor(
  declaration: ActivityDeclaration | undefined,
  names: readonly string[],
  file: Uri,
  db: Db,
): ActivityDeclaration[] {
  const configuration = configurationFor(db, file)
  if (declaration?.name !== undefined)
    return (configuration?.record.activities ?? []).filter(({ name }) => name === declaration.name)
  return [...new Set(declaration ? [declaration] : names.flatMap(name => activityFor(name, configuration) ?? []))]
}

/** In whose name an activity is processed; the controller's own where nobody says. */
export const declaredRole = (declarations: readonly ActivityDeclaration[]): Role =>
  declarations.some(({ role }) => role === 'processor') ? 'processor' : 'controller'

/** What the configuration declares of an activity: what it is called, and the cells that no file can prove. */
export function declaredCells(
  activities: readonly ActivityDeclaration[],
  file: Uri,
  db: Db,
): { name?: string; cells: Partial<Record<CellName, Value[]>> } {
  const record = configurationFor(db, file)?.record
  const values = (
    said: readonly (Known<string> | undefined)[],
    text = (_words: Words, value: string): string => value,
  ): Value[] =>
    said.flatMap(known =>
      known
        ? [{ text: (words: Words) => text(words, known.value), basis: 'declared' as const, places: [known.at] }]
        : [],
    )
  const all = (key: 'purposes' | 'legalBasis' | 'subjects' | 'recipients' | 'onBehalfOf'): readonly Known<string>[] =>
    activities.flatMap(activity => activity[key])
  const name = activities.find(activity => activity.name)?.name
  return {
    ...(name ? { name } : {}),
    cells: {
      controller: [
        ...values([record?.controller]),
        ...values([record?.jointController], (words, text) => words.jointly(text)),
        ...values([record?.representative], (words, text) => words.representedBy(text)),
        ...values([record?.dataProtectionOfficer], (words, text) => words.dataProtectionOfficer(text)),
        ...values(all('onBehalfOf'), (words, text) => words.onBehalfOf(text)),
      ],
      purposes: values(all('purposes')),
      legalBasis: values(all('legalBasis')),
      subjects: values(all('subjects')),
      recipients: values(all('recipients')),
      retention: values(activities.map(({ retention }) => retention)),
    },
  }
}
