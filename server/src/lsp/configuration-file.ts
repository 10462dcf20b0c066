import schema from '../knowledge/configuration.schema.json' with { type: 'json' }
import { isSender } from '../assess/destination.ts'
import { destinationsOf, undeterminedOf } from '../assess/residency.ts'
import type { Db } from '../assess/db.ts'
import { recordOf } from '../records/activities.ts'
import { fileIn } from '../text/uri.ts'
import { say, word, type Language } from '../words/message.ts'
import { clusters } from './configuration-offers.ts'
import type { Skeleton } from './protocol.ts'
import { ask, type Served } from './served.ts'

/** Serves what a new configuration begins with: what may be said in it, and what the files of the workspace leave to be said. */
export function serveConfiguration(served: Served): void {
  served.connection.onRequest('kafkaReview/skeleton', async (): Promise<Skeleton | null> => {
    await served.loaded()
    const { db, words } = ask(served)
    const [folder] = served.workspace().folders()
    return folder === undefined ? null : { uri: fileIn(folder, '.kafka-review.yaml'), text: skeletonOf(db, words) }
  })
}

/** The text of a configuration of which nothing counts yet but its version: each part begins with what it is for. */
function skeletonOf(db: Db, words: Language): string {
  const senders = [...db.estate.files()].flatMap(file => db.estate.entities(file).filter(isSender))
  const unplaced = [
    ...senders.flatMap(sender => undeterminedOf(db, sender)),
    ...senders.flatMap(sender => destinationsOf(db, sender).filter(({ status }) => status === 'open')),
  ]
  const destinations = [...new Set(unplaced.flatMap(({ role, name }) => (role === 'cluster' ? [] : name)))]
  const activities = recordOf(db, db.estate.files()).activities.filter(({ declared }) => !declared)
  const places = (names: readonly string[]): string[] =>
    names.flatMap(name => [`  - match: ${JSON.stringify(name)}`, '    country: ', '    provider: '])
  const { properties: parts } = schema
  return [
    `# ${word(say('skeleton.head'), words)}`,
    'version: 1',
    part(parts.policy.description, ['policy:', '  allowedCountries: [EEA]', '  foreignLaw: warning']),
    part(parts.environments.description, ['environments:', '  development: [dev/**]']),
    part(parts.clusters.description, [
      'clusters:',
      ...places(
        orExample(
          clusters({ db }).map(({ label }) => label),
          'shop',
        ),
      ),
    ]),
    part(parts.destinations.description, ['destinations:', ...places(orExample(destinations, '*.example.internal'))]),
    part(parts.record.description, [
      'record:',
      '  controller: ',
      '  dataProtectionOfficer: ',
      '  activities:',
      ...orExample(
        activities.flatMap(({ sources: [source] }) => source?.name ?? []),
        'orders*',
      ).flatMap(name => [
        `    - match: ${JSON.stringify(name)}`,
        '      purposes: ',
        '      legalBasis: ',
        '      subjects: ',
        '      retention: ',
      ]),
    ]),
    part(parts.personalData.description, ['personalData:', '  not:', '    - record: Order', '      field: quantity']),
    part(parts.rules.description, ['rules:', '  durability: information']),
    part(parts.ignore.description, ['ignore:', '  - path: legacy/**', '    code: KR301', '    reason: ']),
  ].join('\n')
}

const orExample = (names: readonly string[], example: string): readonly string[] =>
  names.length > 0 ? names : [example]

/** A part that does not count until its hashes are taken away. */
const part = (description: string, lines: readonly string[]): string =>
  ['', `## ${description}`, ...lines.map(line => `# ${line}`.trimEnd()), ''].join('\n').trimEnd()
