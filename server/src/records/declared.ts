import type { Assessment } from '../assess/assessment.ts'
import type { ActivityDeclaration } from '../model/configuration.ts'
import { matchesName } from '../text/match.ts'
import type { CellName, Value } from './record.ts'

/** What the configuration declares of an activity: its name and the cells that no file can prove. */
export function declaredCells(name: string, file: string, assess: Assessment): { name?: string; cells: Partial<Record<CellName, Value[]>> } {
  const record = assess.configurationFor(file)?.record
  const activity = record?.activities.find(({ match }) => matchesName(match, name))
  const values = (texts: readonly string[] | undefined, at: ActivityDeclaration['at'] | undefined): Value[] => (texts ?? []).map(text => ({ text, basis: 'declared', places: at ? [at] : [] }))
  const controllers = [
    ...(record?.controller ? values([record.controller.value], record.controller.at) : []),
    ...(record?.jointController ? values([`jointly with ${record.jointController.value}`], record.jointController.at) : []),
    ...(record?.representative ? values([`represented by ${record.representative.value}`], record.representative.at) : []),
    ...(record?.dataProtectionOfficer ? values([`data protection officer: ${record.dataProtectionOfficer.value}`], record.dataProtectionOfficer.at) : []),
  ]
  const purposes = [...values(activity?.purposes, activity?.at), ...values(activity?.legalBasis?.map(basis => `on the basis of ${basis}`), activity?.at)]
  return {
    ...(activity?.name ? { name: activity.name } : {}),
    cells: {
      controller: controllers,
      purposes,
      subjects: values(activity?.subjects, activity?.at),
      recipients: values(activity?.recipients, activity?.at),
      retention: values(activity?.retention === undefined ? [] : [activity.retention], activity?.at),
    },
  }
}
