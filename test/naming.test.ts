import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { openDb } from '../server/src/assess/db.ts'
import { isOfWatcher, isToldBy, revealedBy } from '../server/src/assess/naming.ts'
import { renameGroup } from '../server/src/rules/neutral-name.ts'
import { startEstate } from '../server/src/model/estate.ts'
import { theLibrary, uriOf } from './support/fixtures.ts'

const db = openDb(
  startEstate(() => [], []),
  theLibrary(),
)
const tell = (name: string): string => revealedBy(db, name)?.of ?? 'nothing'

const names: Readonly<Record<string, readonly string[]>> = {
  special: [
    'health-records-processor',
    'patient-flow-statistics',
    'lab-results-',
    'krankmeldungseingang',
    'patientenaktenExport',
    'arret-maladie-sync',
    'historia_clinica',
    'ziekmeldingen.export',
    'gewerkschaftsdaten',
    'biometric-matcher',
    'HIVTestResults',
    'patients-without-names',
  ],
  person: [
    'payment-processor',
    'gdpr-erasure-consumer',
    'user-notification-service',
    'payroll-export',
    'driver-location-tracker',
    'customer-churn-scoring',
    'bewerber-abgleich',
    'paymentservice',
    'kundenrechnungen',
    'lohnabrechnung',
    'fraudDetection',
    'facturation-clients',
    'nomina-export',
    'buste-paga',
    'salarisadministratie-werknemers',
    'rekrutacja',
    'soknad-mottak',
    'zahlungs-eingang',
    'USER_EVENTS',
    'hr.absence',
  ],
  business: [
    'order-service',
    'inventory-sync',
    'OrderConsumerGroup',
    'delivery-consumer-group',
    'notification-service',
    'bestellungen-import',
    'commande-service',
    'zamowienia',
    'ticket-service',
    'transactions_sink',
    'orders-without-diagnosis',
  ],
  nothing: [
    'meu-grupo-consumidor',
    'grupo-consumidores-1',
    'connect-cluster',
    'my-group',
    'test-consumer-group',
    'cg-7f3a9c',
    'console-consumer-82771',
    'mirrormaker2-cluster',
    'health-check-consumer',
    'jdbc-driver-sync',
    'release-candidate-group',
    'schema-registry',
    'trace-cardinality',
    'data-warehouse-load',
    'out-of-order-events',
    'minor-version-sync',
    'service-accounts-sync',
    'group1',
    'anonymized-diagnosis-export',
    'sensors-ohne-patienten',
    'flink-job',
    'a',
    '',
  ],
}

describe('names of groups', () => {
  for (const [of, list] of Object.entries(names))
    for (const name of list) it(`${name || 'an empty name'} tells ${of}`, () => assert.equal(tell(name), of))

  it('tell by every word that the data lists', () => {
    const data = parse(readFileSync('server/src/knowledge/purposes.yaml', 'utf8')) as {
      purposes: Record<string, { terms: Record<string, string[]> }>
      neutral: string[]
    }
    for (const { terms } of Object.values(data.purposes))
      for (const list of Object.values(terms))
        for (const term of list) assert.notEqual(tell(term.replace(/ /g, '-')), 'nothing', term)
    for (const phrase of data.neutral) assert.equal(tell(phrase.replace(/ /g, '-')), 'nothing', phrase)
  })
})

describe('a user', () => {
  it('that shows the groups of all others is named after a console or an exporter', () => {
    for (const name of [
      ...['kafka-ui', 'web-console', 'lag-exporter', 'consumer-lag', 'lag-monitor', 'monitoring', 'kafka.metrics'],
      ...['dashboard', 'keda', 'autoscaler', 'akhq', 'kafdrop', 'kowl', 'kpow', 'cmak', 'burrow', 'conduktor'],
      ...['kafbat', 'provectus', 'console'],
    ])
      assert.ok(isOfWatcher(name), name)
    for (const name of ['shop', 'guide', 'export', 'monitors', '']) assert.ok(!isOfWatcher(name), name)
  })

  it('tells by its own name what its group tells', () => {
    const told = (owner: string, words: string): boolean => isToldBy(owner, { of: 'person', what: 'x', words })
    assert.deepEqual(
      [told('User:CN=letters/sorter', 'letters'), told('letter-box', 'letters'), told('a-b', 'a b'), told('a', 'a b')],
      [true, false, true, false],
    )
  })
})

describe('the lines that carry offsets over', () => {
  const linesFor = (name: string): string =>
    renameGroup({ name, places: [], file: uriOf('consumer.properties'), title: 'fix.renameGroup' }, db).beside
      ?.commands?.[0] ?? ''
  for (const [name, written] of [
    ['user-notification.v1', '--group user-notification.v1 '],
    ['user notification', "--group 'user notification' "],
    ['users; rm -rf ~', "--group 'users; rm -rf ~' "],
    ['$(whoami)', "--group '$(whoami)' "],
    ["o'brien", "--group 'o'\\''brien' "],
  ] as const)
    it(`name ${name} so that a shell takes it as one word`, () =>
      assert.ok(linesFor(name).includes(written), linesFor(name)))
})
