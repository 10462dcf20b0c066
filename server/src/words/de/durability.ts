import { capital } from '../capital.ts'
import { plural } from '../plural.ts'
import type { durability as english } from '../en/durability.ts'
import type { Like } from '../message.ts'

/** KR3xx: copies, acknowledgements, and what a lost broker takes along. */
export const durability: Like<typeof english> = {
  KR301: {
    topic: ({ of, actual }) =>
      `${capital(of)} hat ${replicas(actual)}; mindestens 3 verwenden, auf ebenso vielen Brokern`,
    topicOfTwo: ({ of }) => `${capital(of)} hat 1 Replikat auf 2 Brokern; 2 verwenden`,
    settingOfTwo: ({ key }) => `${key} ist 1 bei 2 Brokern; 2 verwenden`,
    internalOfTwo: ({ key }) => `${key} ist 1 bei 2 Brokern; 2 verwenden`,
    topicElsewhere: ({ of, actual }) =>
      `${capital(of)} hat ${replicas(actual)}: nur ein Broker ist bekannt; in Produktion mindestens 3 verwenden`,
    setting: ({ key, actual }) => `${key} ist ${actual}; mindestens 3 verwenden, auf ebenso vielen Brokern`,
    internal: ({ key, actual }) => `${key} ist ${actual}; mindestens 3 verwenden, auf ebenso vielen Brokern`,
    absent: ({ key, actual }) =>
      `${key} ist nicht gesetzt: Topics ohne eigenen Replikationsfaktor erhalten ${replicas(actual)}; auf 3 setzen`,
    even: ({ key, actual, engine, expected }) =>
      `${key} ist ${actual}: ${engine} nimmt nur ungerade Replikationsfaktoren an; ${expected} verwenden`,
    single: ({ key, actual }) =>
      `${key} ist ${actual}: mehr trägt ein einzelner Broker nicht, und mit seinem Datenträger gehen die Daten verloren`,
    singleElsewhere: ({ key, actual }) =>
      `${key} ist ${actual}: nur ein Broker ist bekannt; in Produktion mindestens 3 verwenden`,
  },
  KR302: {
    below: ({ key, actual }) =>
      `${key} ist ${actual}: Schreibvorgänge kann der Leader allein bestätigen; bei drei Replikaten auf 2 setzen`,
    belowOf: ({ key, actual, factor }) =>
      `${key} ist ${actual} bei Replikationsfaktor ${factor}: ${factor === 1 ? 'Schreibvorgänge bestätigt das einzige Replikat' : 'Schreibvorgänge kann der Leader allein bestätigen'}; ${factor < 3 ? 'Replikationsfaktor 3 verwenden und auf 2 setzen' : 'auf 2 setzen'}`,
    absent:
      'min.insync.replicas ist nicht gesetzt, der Standardwert ist 1: Schreibvorgänge kann der Leader allein bestätigen; bei drei Replikaten auf 2 setzen',
  },
  KR303: {
    refused: ({ key, actual, factor, remedy }) =>
      `${key} ist ${actual} bei ${replicasOf(factor)}: vor Kafka 3.7 wird jeder Schreibvorgang mit acks=all abgewiesen; ${remedyFor(remedy)}`,
    blocks: ({ key, actual, factor, remedy }) =>
      `${key} ist ${actual} bei ${replicasOf(factor)}: fällt ein Broker aus, scheitern Schreibvorgänge mit acks=all; ${remedyFor(remedy)}`,
  },
  KR304: {
    on: ({ value }) =>
      `unclean.leader.election.enable ist ${value === 'absent' ? 'nicht gesetzt, der Standardwert ist true' : value}: ein nicht synchrones Replikat kann Leader werden, bestätigte Schreibvorgänge gehen verloren; auf false setzen`,
  },
  KR305: {
    aboveOfOne: ({ key, actual, count, name }) =>
      `${key} ist ${actual}, aber der Cluster ${name} hat ${plural(count, 'Broker', 'Broker')}; andere, für die die Zeile auch gilt, haben genug: diesem Broker hinzufügen oder einen eigenen Wert geben`,
    above: ({ key, actual, count }) =>
      `${key} ist ${actual}, aber nur ${plural(count, 'Broker ist', 'Broker sind')} bekannt; höchstens ${count} verwenden`,
  },
  KR306: {
    only: 'Flüchtiger Speicher am einzigen Broker: bei einem Neustart gehen alle Daten verloren; persistent-claim verwenden',
    onlyController:
      'Flüchtiger Speicher am einzigen Controller: bei einem Neustart gehen die Metadaten verloren; persistent-claim verwenden',
    memory: ({ name }) =>
      `Stream ${name} hält seine Nachrichten im Arbeitsspeicher: bei einem Neustart gehen sie verloren; Speicher file verwenden`,
    some: 'Flüchtiger Speicher: ein neu gestarteter Broker verliert seine Replikate; persistent-claim verwenden',
  },
  KR307: {
    two: ({ name }) =>
      `Cluster ${name} hat 2 Broker: fällt einer aus, scheitern Schreibvorgänge oder es bleibt ein einziges Replikat; 3 verwenden`,
    twoOfSubnets: ({ name }) =>
      `Cluster ${name} hat 2 Broker: fällt einer aus, scheitern Schreibvorgänge oder es bleibt ein einziges Replikat; 4 verwenden, oder einen neuen Cluster mit 3 über Subnetze in drei Zonen`,
    zones: ({ name, count, zones }) =>
      `Cluster ${name} hat ${count} Broker in ${zones} Zonen: die Replikate verteilen sich ungleich; ein Vielfaches von ${zones} verwenden`,
    oneZone: ({ name }) =>
      `Cluster ${name} steht in einer einzigen Verfügbarkeitszone: fällt sie aus, lässt sich nichts lesen oder schreiben; über mehrere Zonen reicht nur ein neuer Cluster`,
    oneZoneOfBasic: ({ name }) =>
      `Cluster ${name} ist vom Typ basic, der in einer einzigen Verfügbarkeitszone steht: fällt sie aus, lässt sich nichts lesen oder schreiben; für die Produktion den Typ standard, enterprise oder dedicated wählen`,
    noRack: ({ name, key }) =>
      `Cluster ${name} verteilt seine Broker auf Zonen (${key}), teilt das Kafka aber nicht mit: alle Replikate einer Partition können in einer Zone liegen; rack.topologyKey setzen`,
    controllers: ({ name, count }) =>
      `Cluster ${name} hat ${count} Controller, die nicht mehr Ausfälle verkraften als ${count - 1}; ${count === 2 ? '3' : `${count - 1} oder ${count + 1}`} verwenden`,
  },
  KR308: {
    none: ({ key, value, owner, expected }) =>
      `${key}=${value} bei ${owner}: kein Broker bestätigt die Schreibvorgänge; auf ${expected} setzen`,
    leader: ({ key, value, owner, expected }) =>
      `${key}=${value} bei ${owner}: Schreibvorgänge gelten als bestätigt, bevor ein Follower sie hat; auf ${expected} setzen`,
    repeated: ({ key, value, owner, expected }) =>
      `${key}=${value} bei ${owner}: Wiederholungen können Duplikate schreiben; auf ${expected} setzen`,
  },
  KR309: {
    on: ({ copies, enough, key, factorKey }) =>
      `Automatisch angelegte Topics erhalten ${replicas(copies)}; die Topics deklarieren und ${key} auf false setzen, oder ${factorKey} auf ${enough}`,
  },
  KR310: {
    absent: ({ name }) =>
      `Replikation „${name}“ setzt replication.factor nicht: replizierte Topics erhalten die voreingestellten 2 Replikate; auf 3 setzen`,
  },
  KR311: {
    dropped: ({ name }) =>
      `Sink-Konnektor „${name}“ verwirft Records, die er nicht verarbeiten kann; errors.deadletterqueue.topic.name setzen`,
    unnoticed: ({ name }) =>
      `Source-Konnektor „${name}“ verwirft Records, die er nicht konvertieren kann, und hält nirgends fest, welche; errors.log.enable auf true setzen`,
  },
}

const replicas = (count: number): string => plural(count, 'Replikat', 'Replikate')
const replicasOf = (count: number): string => plural(count, 'Replikat', 'Replikaten')

const remedyFor = (remedy: number | 'replicas'): string =>
  remedy === 'replicas' ? '3 Replikate verwenden' : `auf ${remedy} setzen`
