import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import { placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf, standsBesideRecords } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/declared.ts'
import type { Message } from '../../words/message.ts'
import { defineRule, type Report } from '../rule.ts'
import page from './telemetry-outside-control.md'

/** Logs, metrics, traces and lineage that leave the EEA, or go to an owner that foreign law reaches; proxies that see the traffic. */
export const telemetryOutsideControl = defineRule({
  code: 'KR406',
  name: 'telemetry-outside-control',
  family: 'foreign-law',
  level: 'information',
  law: ['gdpr-44', 'gdpr-28', 'gdpr-32'],
  page,
  mends: 'elsewhere',
  perEnvironment: true,
  visits: ['connect-cluster', 'client', 'connector', 'cluster', 'flow'],
  check(entity, { db, report }) {
    const ignoresForeignLaw = configurationFor(db, entity.file)?.policy.foreignLaw === 'ignore'
    const isOwnLog = entity.kind === 'cluster' || ('logging' in entity && entity.logging !== undefined)
    for (const destination of destinationsOf(db, entity).filter(isOpenTelemetry)) {
      const { name, provider } = destination
      if (isOutside(destination))
        report('outside', { ...whatGoes(destination, sending(destination)), ...levelOf(db, destination) })
      else if (provider?.cloudAct === 'yes' && !ignoresForeignLaw)
        report('foreign', {
          ...whatGoes(destination, sending(destination, nameOf(destination))),
          ...(isOwnLog ? { group: `telemetry ${name}` } : {}),
        })
    }
  },
})

/** What both findings say of a destination. */
const whatGoes = (
  destination: Destination,
  sending: Message,
): Report<{ readonly sending: Message; readonly owner: string }> => ({
  at: destination.at,
  data: { sending, owner: destination.provider?.short ?? '' },
  certainty: destination.certainty,
  because: placeReasons(destination),
  sources: placeSources(destination),
  facts: { ...placeFacts(destination), ...(destination.provider ? { provider: destination.provider.id } : {}) },
})

/** Whether metrics, logs or traces go there that nobody has settled. */
const isOpenTelemetry = ({ role, policy, safeguard }: Destination): boolean =>
  (role === 'telemetry' || role === 'proxy') && policy !== 'allowed' && !safeguard

const isOutside = ({ status }: Destination): boolean =>
  status === 'third' || status === 'conditional' || status === 'adequate'

const nameOf = ({ host, service, provider }: Destination): string => host ?? service ?? provider?.name ?? ''

/** That the records are there is said of the cluster, or of the connector. */
const levelOf = (db: Db, destination: Destination): { level?: 'hint' } =>
  standsBesideRecords(db, destination) ? { level: 'hint' } : {}
