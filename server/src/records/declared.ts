import type { Db } from '../assess/db.ts'
import { activityFor, configurationFor } from '../assess/declared.ts'
import type { ActivityDeclaration, ProcessorDeclaration } from '../model/configuration.ts'
import type { Known } from '../model/fact.ts'
import { withCitations } from './citations.ts'
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
    of?: Value['of'],
  ): Value[] =>
    said.flatMap(known =>
      known
        ? [
            {
              text: (words: Words) => text(words, known.value),
              basis: 'declared' as const,
              places: [known.at],
              ...(of ? { of } : {}),
            },
          ]
        : [],
    )
  type Texts =
    | 'purposes'
    | 'legalBasis'
    | 'subjects'
    | 'recipients'
    | 'onBehalfOf'
    | 'conditions'
    | 'jointControllers'
    | 'measures'
    | 'origins'
    | 'subPurposes'
    | 'retention'
  const all = (key: Texts): readonly Known<string>[] => activities.flatMap(activity => activity[key])
  const one = (key: 'profiling' | 'assessment' | 'owner' | 'since' | 'reviewed'): (Known<string> | undefined)[] =>
    activities.map(activity => activity[key])
  const name = activities.find(activity => activity.name)?.name
  return {
    ...(name ? { name } : {}),
    cells: {
      controller: [
        ...values([record?.controller]),
        ...values([record?.jointController, ...all('jointControllers')], (words, text) => words.jointly(text), 'joint'),
        ...values([record?.representative], (words, text) => words.representedBy(text), 'representative'),
        ...values([record?.dataProtectionOfficer], (words, text) => words.dataProtectionOfficer(text), 'officer'),
        ...values([record?.version], (words, text) => words.version(text), 'entry'),
        ...values([record?.supervisoryAuthority], (words, text) => words.supervisedBy(text), 'authority'),
        ...values(all('onBehalfOf'), (words, text) => words.onBehalfOf(text), 'behalf'),
        ...values(one('owner'), (words, text) => words.ownedBy(text), 'entry'),
        ...values(one('since'), (words, text) => words.since(text), 'entry'),
        ...values(one('reviewed'), (words, text) => words.reviewed(text), 'entry'),
      ],
      purposes: [...values(all('purposes')), ...values(all('subPurposes'), (words, text) => words.subPurpose(text))],
      legalBasis: [
        ...values(all('legalBasis'), (words, text) => withCitations(text, words.article)),
        ...values(all('conditions'), (words, text) => words.condition(withCitations(text, words.article)), 'condition'),
      ],
      subjects: values(all('subjects')),
      recipients: [
        ...[...(record?.processors ?? []), ...activities.flatMap(({ processors }) => processors)].map(processorValue),
        ...values(all('recipients')),
      ],
      retention: values(all('retention')),
      measures: values([...(record?.measures ?? []), ...all('measures')]),
      origins: values(all('origins')),
      assessment: [
        ...values(one('assessment'), (words, text) => words.assessmentAt(text), 'assessed'),
        ...values(one('profiling'), (words, text) => words.profiling(text), 'profiling'),
      ],
    },
  }
}

/** Who processes on the controller's behalf; without a contract it is the contract that is missing. */
const processorValue = ({ name, contract, subProcessors }: ProcessorDeclaration): Value => ({
  text: words => words.processor(name.value, contract, subProcessors),
  basis: contract === undefined ? 'missing' : 'declared',
  places: [name.at],
  of: 'processor',
})
