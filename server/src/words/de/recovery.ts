import type { recovery as english } from '../en/recovery.ts'
import type { Like } from '../message.ts'

/** KR7xx: what is there after a failover. */
export const recovery: Like<typeof english> = {
  KR701: {
    latest: ({ name }) =>
      `Replicator „${name}“ beginnt beim neuesten Offset: vorhandene Records werden nicht kopiert; EARLIEST verwenden`,
    unset: ({ name }) =>
      `Replicator „${name}“ setzt keine Startposition und beginnt damit beim neuesten Offset: vorhandene Records werden nicht kopiert`,
  },
  KR702: {
    off: ({ name, key }) =>
      `Replikation „${name}“ synchronisiert keine Consumer-Offsets: nach einem Failover gilt für Consumer auto.offset.reset; ${key} auf true setzen`,
    none: ({ name }) =>
      `Replikation „${name}“ hat keinen laufenden Checkpoint-Konnektor: nach einem Failover gilt für Consumer auto.offset.reset`,
  },
  KR703: {
    renamed: ({ name }) =>
      `Replicator „${name}“ verwendet die Offset-Synchronisation ENHANCED, benennt Topics aber um; Topic-Namen IDENTICAL verwenden`,
    alone: ({ name, source, target }) =>
      `Replicator „${name}“ verwendet die Offset-Synchronisation ENHANCED, die auch einen Replicator von ${target} nach ${source} braucht`,
  },
  KR704: {
    topics: ({ name, key }) => `Replikation „${name}“ kopiert später angelegte Topics nicht; ${key} auf true setzen`,
    groups: ({ name, key }) =>
      `Replikation „${name}“ kopiert später hinzukommende Consumer-Gruppen nicht; ${key} auf true setzen`,
  },
  KR705: {
    oneWay: ({ name, source, target }) =>
      `Replikation „${name}“ kopiert nur in einer Richtung von ${source} nach ${target}: ein Rückweg fehlt`,
  },
  KR706: {
    weaker: ({ target, source, key, standby, primary }) =>
      `Standby ${target} hat ${key}=${standby} und damit weniger als ${primary} beim primären Cluster ${source}; mindestens ${primary} verwenden`,
    fewer: ({ target, source, standby, primary }) =>
      `Standby ${target} hat weniger Broker (${standby}) als der primäre Cluster ${source} (${primary}); die Last eines Failovers einplanen`,
    smaller: ({ target, source, standby, primary }) =>
      `Broker des Standby ${target} laufen auf ${standby}, kleiner als ${primary} beim primären Cluster ${source}; die Last eines Failovers einplanen`,
    disk: ({ target, source, standby, primary }) =>
      `Broker des Standby ${target} haben Datenträger von ${standby}, kleiner als ${primary} beim primären Cluster ${source}; die Kopien müssen hineinpassen`,
    older: ({ target, source, standby, primary }) =>
      `Standby ${target} läuft mit Kafka ${standby}, älter als ${primary} beim primären Cluster ${source}; dieselbe Version verwenden`,
    shorter: ({ target, source, standby, primary }) =>
      `Standby ${target} bewahrt Records ${standby} auf und damit kürzer als der primäre Cluster ${source} (${primary}); dieselbe Frist verwenden`,
    topic: ({ target, source, name, standby, primary }) =>
      `Topic ${name} wird laut Deklaration am Standby ${target} ${standby} aufbewahrt, kürzer als am primären Cluster ${source} (${primary}); dieselbe Frist verwenden`,
    open: ({ target, source, standby }) =>
      `Listener „${standby}“ des Standby ${target} verlangt keine Authentifizierung, der primäre Cluster ${source} an jedem Listener; sie verlangen`,
    admits: ({ target, source, name }) =>
      `${name} darf Topics des Standby ${target} nutzen, aber keine des primären Clusters ${source}, dessen Kopien dort liegen; auf beiden dieselben Rechte vergeben`,
  },
  KR707: {
    loop: ({ name, other }) =>
      `Replikation „${name}“ und „${other}“ kopieren dieselben Topics in beide Richtungen unter gleichem Namen: Records kreisen endlos`,
  },
  KR708: {
    differ: ({ name, key, copying, checkpoints }) =>
      `Replikation „${name}“ benennt Topics nach ${key} ${lastPart(copying)} und sucht Offsets nach ${lastPart(checkpoints)}: Offsets erreichen die Kopien nie`,
  },
  KR709: {
    configurations: ({ name, key }) =>
      `Replikation „${name}“ kopiert die Konfiguration der Topics nicht (${key} ist false): Fristen und Grenzen weichen am Ziel ab`,
    access: ({ name, key }) =>
      `Replikation „${name}“ kopiert die ACLs der Topics nicht (${key} ist false); sie am Ziel anlegen`,
  },
  KR710: {
    renamed: ({ name, example }) =>
      `Replikation „${name}“ benennt Topics um (${example}): Consumer, die zum Ziel wechseln, müssen die neuen Namen abonnieren`,
  },
  KR711: {
    latest: ({ name, key }) =>
      `Client ${name} eines replizierten Clusters überspringt alles, was wartet, wo kein Offset übertragen wurde (${key} ist latest)`,
    unset: ({ name, key }) =>
      `Client ${name} eines replizierten Clusters setzt ${key} nicht: wo kein Offset übertragen wurde, überspringt er alles, was wartet`,
    hasty: ({ name, key, kept }) =>
      `Client ${name} eines replizierten Clusters gibt Records nach ${kept} auf (${key}): ein längeres Failover verliert sie`,
    sticky: ({ name, key }) =>
      `Client ${name} eines replizierten Clusters löst seinen Bootstrap-Namen nie wieder auf (${key} ist none): wandert der Name, muss er neu starten`,
  },
  KR712: {
    records: ({ name, topic, bytes, most }) =>
      `Topic ${topic} lässt Records von ${bytes} Bytes zu; Replicator „${name}“ kopiert keine über ${most}`,
    topics: ({ name, count, most }) =>
      `Replicator „${name}“ erfasst ${count} deklarierte Topics und kopiert davon die ersten ${most} nach Namen; auf mehrere aufteilen`,
  },
  KR713: {
    connector: ({ name, source, target }) =>
      `Konnektor „${name}“ gibt es nur beim primären Cluster ${source}; ihn auch beim Standby ${target} deklarieren, angehalten bis zum Failover`,
    schemas: ({ source, target, here, there }) =>
      `Schemas sind nur in ${here} registriert, beim primären Cluster ${source}; der Standby ${target} findet in ${there} keine`,
    registry: ({ source, target, here, there }) =>
      `Worker des Standby ${target} (${there}) holen Schemas aus ${here}, der Region des primären Clusters ${source}, gegen deren Ausfall er bereitsteht`,
  },
  KR714: {
    disks: ({ name, key, expected }) =>
      `${key} von ${name} ist gesetzt: Mit der Ressource gehen die Claims ihrer Datenträger und meist die Datenträger mit den Records darauf; auf ${expected} setzen`,
    cluster: ({ name, key, expected }) =>
      `Nichts in der Deklaration von Cluster ${name} verhindert, dass er samt allen Records gelöscht wird; ${key} auf ${expected} setzen`,
  },
  KR720: {
    otherwise: ({ topic, key, declared, running }) =>
      `Topic ${topic} ist mit ${key} ${declared} deklariert, läuft aber mit ${running}; die Deklaration anwenden oder berichtigen`,
  },
}

/** A class by its last segment; a separator as it is. */
const lastPart = (text: string): string => text.split('.').at(-1) || `„${text}“`
