import type { Assessment } from '../assess/assessment.ts'
import { activityFor } from '../assess/settled.ts'
import type { Known } from '../model/fact.ts'
import type { CellName, Value } from './record.ts'

/** What the configuration declares of an activity: its name and the cells that no file can prove. */
export function declaredCells(name: string, file: string, assess: Assessment): { name?: string; cells: Partial<Record<CellName, Value[]>> } {
  const configuration = assess.configurationFor(file)
  const [record, activity] = [configuration?.record, activityFor(name, configuration)]
  const values = (said: readonly Known<string>[] = [], word = (text: string): string => text): Value[] => said.map(({ value, at }) => ({ text: word(value), basis: 'declared', places: [at] }))
  const controllers = [
    ...(record?.controller ? values([record.controller]) : []),
    ...(record?.jointController ? values([record.jointController], text => `jointly with ${text}`) : []),
    ...(record?.representative ? values([record.representative], text => `represented by ${text}`) : []),
    ...(record?.dataProtectionOfficer ? values([record.dataProtectionOfficer], text => `data protection officer: ${text}`) : []),
  ]
  const purposes = [...values(activity?.purposes), ...values(activity?.legalBasis, text => `on the basis of ${text}`)]
  return {
    ...(activity?.name ? { name: activity.name } : {}),
    cells: {
      controller: controllers,
      purposes,
      subjects: values(activity?.subjects),
      recipients: values(activity?.recipients),
      retention: values(activity?.retention ? [activity.retention] : []),
    },
  }
}
