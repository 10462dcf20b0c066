import type { security as english } from '../en/security.ts'
import type { Like } from '../message.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** KR5xx: encryption, authentication, access, secrets. */
export const security: Like<typeof english> = {
  KR501: {
    between: ({ key, value, cluster }) =>
      `${key} ist ${value}: der Verkehr zwischen den Brokern von ${cluster} ist unverschlüsselt; jedem Broker einen Listener mit TLS geben, dann SSL oder SASL_SSL verwenden`,
    open: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} nimmt unverschlüsselte Verbindungen an; die Clients auf einen Listener mit TLS umstellen`,
  },
  KR502: {
    kafka: ({ from }) => `Unverschlüsselte Verbindung zu Kafka: ${from}; mit einem Listener mit TLS verbinden`,
    off: ({ from, key, value }) =>
      `Unverschlüsselte Verbindung: ${from}, ${key} ist ${value}; TLS einschalten, wo der Server es anbietet`,
    unlessSet: ({ from, value }) =>
      `Unverschlüsselte Verbindung, solange keine Variable es anders sagt: ${from} fällt auf ${value} zurück; TLS zum Standard machen`,
    protocol: ({ from }) =>
      `Unverschlüsselte Verbindung: ${from}, das Protokoll ist Klartext; mit einem Listener mit TLS verbinden`,
    http: ({ from, address }) => `Unverschlüsselte Verbindung: ${from} zu ${address}; https verwenden`,
    scheme: ({ from, address, use }) => `Unverschlüsselte Verbindung: ${from} zu ${address}; ${use} verwenden`,
  },
  KR503: {
    anybody: ({ listener, cluster, expected }) =>
      `Listener „${listener}“ des Clusters ${cluster} verlangt keine Authentifizierung; die Clients auf einen Listener mit ${expected} umstellen`,
    unsigned: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} nimmt OAuth-Tokens an, die niemand signiert hat: Clients behaupten jeden Namen; sie gegen sasl.oauthbearer.jwks.endpoint.url prüfen`,
    management: ({ name }) =>
      `JMX von ${name} verlangt kein Passwort: Wer den Port erreicht, kann den Prozess verwalten; jmxOptions.authentication setzen`,
    cruiseControl: ({ name }) =>
      `Cruise Control des Clusters ${name} verlangt keine Authentifizierung: Wer es erreicht, kann Replikate verschieben und entfernen; webserver.security.enable auf true setzen`,
    anyOrigin: ({ name }) =>
      `Bridge ${name} antwortet Webseiten jeder Herkunft und verlangt selbst keine Authentifizierung: Eine geöffnete Seite handelt gegenüber Kafka als die Bridge; die Origins einzeln nennen`,
    console: ({ name, entrance }) =>
      `Konsole ${name} verlangt keine Anmeldung, und ${entrance} öffnet sie für Clients außerhalb des Kubernetes-Clusters: wer sie erreicht, handelt gegenüber Kafka mit ihren Rechten; eine Anmeldung verlangen`,
    rest: ({ name, entrance }) =>
      `Die REST-Schnittstelle des Connect-Clusters ${name} verlangt keine Authentifizierung, und ${entrance} öffnet sie für Clients außerhalb des Kubernetes-Clusters: wer sie erreicht, legt Konnektoren an; sie schützen`,
    bridge: ({ name, entrance }) =>
      `Bridge ${name} verlangt keine Authentifizierung, und ${entrance} öffnet sie für Clients außerhalb des Kubernetes-Clusters: wer sie erreicht, handelt gegenüber Kafka mit ihren Rechten; sie schützen`,
    consolePublished: ({ name, port }) =>
      `Die Konsole ${name} verlangt keine Anmeldung, und Port ${port} ihres Rechners öffnet sie dem Netz: Wer sie erreicht, handelt in Kafka mit ihren Rechten; den Port an 127.0.0.1 binden oder eine Anmeldung verlangen`,
    restPublished: ({ name, port }) =>
      `Die REST-Schnittstelle des Connect-Clusters ${name} verlangt keine Authentifizierung, und Port ${port} ihres Rechners öffnet sie dem Netz: Wer sie erreicht, legt Konnektoren an; den Port an 127.0.0.1 binden oder sie schützen`,
    worker: ({ name, expected }) =>
      `Connect-Cluster ${name} verbindet sich ohne Authentifizierung mit Kafka; ${expected} verwenden`,
  },
  KR504: {
    service: ({ cluster, service }) =>
      `Service ${service} öffnet die Broker des Clusters ${cluster} für Clients außerhalb von Kubernetes und lässt jede IP-Adresse zu; die Quelladressen einschränken`,
    rule: ({ listener, cluster }) =>
      `${phrase(listener)} (Cluster ${cluster}) lässt jede IP-Adresse zu; die Quelladressen einschränken`,
    open: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} lässt jede IP-Adresse zu; die Quelladressen einschränken`,
    anonymous: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} lässt ohne Authentifizierung jede IP-Adresse zu; die Quelladressen einschränken`,
    nodes: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} öffnet auf jedem Knoten einen Port und lässt jede IP-Adresse zu, die einen erreicht; durch eine Network Policy einschränken (Strimzi: networkPolicyPeers)`,
    public: ({ listener, cluster }) =>
      `Listener „${listener}“ des Clusters ${cluster} hat öffentliche Adressen: nur seine Security Groups begrenzen, wer sich verbindet; deren Quelladressen einschränken`,
  },
  KR505: {
    literal: ({ key, owner }) => `${key} (${phrase(owner)}) ist ein Geheimnis im Klartext; einen Verweis verwenden`,
    embedded: ({ key, owner, form }) =>
      `${key} (${phrase(owner)}) enthält ${form} im Klartext; einen Verweis verwenden`,
    fallback: ({ key, owner }) =>
      `${key} (${phrase(owner)}) hat ein Geheimnis als Standardwert; einen Verweis ohne Standardwert verwenden`,
    dummy: ({ key, owner }) =>
      `${key} (${phrase(owner)}) verwendet ein allgemein bekanntes Standardgeheimnis; einen Verweis verwenden`,
  },
  KR506: {
    setting: ({ key, owner, expected }) =>
      `${key} (${phrase(owner)}) schaltet die Prüfung der Serveridentität ab; auf ${expected} setzen`,
    address: ({ key, owner, phrase: text }) =>
      `${key} (${phrase(owner)}) enthält ${text} und schaltet damit die Prüfung der Serveridentität ab; entfernen`,
  },
  KR507: {
    nobodyDecides: ({ cluster }) =>
      `Cluster ${cluster} hat keine Autorisierung: jeder Client darf jede Operation ausführen; Autorisierung zusammen mit den Rechten jedes Clients einrichten`,
    everyoneIfNone: ({ key, value }) =>
      `${key} ist ${value}: Ressourcen ohne ACL stehen jedem Client offen; auf false setzen, sobald alle Clients ACLs haben`,
    everyoneByDefault: ({ key, engine }) =>
      `${key} ist nicht gesetzt, der Standardwert bei ${engine} ist true: Ressourcen ohne ACL stehen jedem Client offen; auf false setzen, sobald alle Clients ACLs haben`,
    openOnError: ({ key, cluster }) =>
      `${key} ist true: Solange die Policy-Engine nicht antwortet, darf jeder Client des Clusters ${cluster} jede Operation ausführen; auf false setzen`,
    superUser: ({ user, cluster }) =>
      `Superuser ${user} des Clusters ${cluster} benennt keine bestimmte Person oder Rolle; Administratoren und Broker einzeln benennen`,
    everything: ({ user }) =>
      `${user === undefined ? 'Der Benutzer' : phrase(user)} darf jede Operation auf jedem Cluster, jedem Topic und jeder Gruppe ausführen; nur die eigenen Ressourcen freigeben`,
    noAuthorizer: ({ cluster }) =>
      `Die Broker von ${cluster} haben keinen Authorizer: jeder Client darf jede Operation ausführen; authorizer.class.name setzen, mit den Brokern unter super.users und ACLs für jeden Client`,
    rest: ({ cluster }) =>
      `Der REST-Proxy des Clusters ${cluster} wendet dessen ACLs nicht an: wer sich anmelden kann, darf jedes Topic nutzen; kafka_rest_authorization auf true setzen, sobald seine Benutzer ACLs haben`,
    everyAccount:
      'Die Richtlinie des Clusters nennt jedes AWS-Konto als Principal: Wer ein Konto hat, darf, was sie erlaubt; die Konten einzeln nennen',
    openList: ({ cluster }) =>
      `default_acl legt den Cluster ${cluster} mit einer ACL an, die jedem Benutzer jede Operation erlaubt; auf false setzen und die ACL in einem bestehenden Cluster löschen, sobald alle Benutzer eigene haben`,
    everyTopic: ({ user }) =>
      `${user === undefined ? 'Der Benutzer' : phrase(user)} darf jede Operation auf jedem Topic ausführen; nur die eigenen Topics und Operationen freigeben`,
    everyRecord: ({ user, reads, writes }) =>
      `${user === undefined ? 'Der Benutzer' : phrase(user)} darf jedes Topic ${[reads ? 'lesen' : [], writes ? 'schreiben' : []].flat().join(' und ')}; nur die eigenen Topics freigeben`,
  },
  KR508: {
    theirs: ({ cluster }) =>
      `Cluster ${cluster} verschlüsselt gespeicherte Daten mit einem von AWS verwalteten Schlüssel; einen selbst verwalteten Schlüssel nimmt nur ein neuer Cluster an`,
    confluent: ({ cluster }) =>
      `Cluster ${cluster} verschlüsselt gespeicherte Daten mit einem von Confluent verwalteten Schlüssel; einen selbst verwalteten Schlüssel (byok_key) nimmt nur ein neuer Cluster an`,
  },
  KR509: {
    off: ({ cluster }) =>
      `Cluster ${cluster} liefert seine Broker-Logs nirgends ab; eine Log-Gruppe, einen Bucket oder einen Delivery Stream einrichten`,
  },
  KR511: {
    trusted: ({ owner, key }) =>
      `${key} (${phrase(owner)}) lässt einen Record bestimmen, welche Klasse aus ihm entsteht; die Pakete der eigenen Typen aufführen`,
  },
  KR512: {
    msk: ({ cluster, version, ended }) =>
      `Kafka ${version} des Clusters ${cluster}: Amazon MSK hat die Unterstützung am ${dateOf(ended)} beendet und aktualisiert solche Cluster von sich aus; aktualisieren`,
    strimzi: ({ cluster, version, operator }) =>
      `Kafka ${version} des Clusters ${cluster}: Strimzi ab ${operator} führt diese Version nicht mehr aus; aktualisieren`,
    kafka: ({ cluster, version, newest }) =>
      `Kafka ${version} des Clusters ${cluster} ist älter als die drei gepflegten Minor-Releases (bis ${newest}); aktualisieren`,
  },
  KR513: {
    theirs: ({ name }) =>
      `Secret ${name} hat keinen eigenen KMS-Schlüssel: Amazon MSK nimmt es für SCRAM nicht an; kms_key_id setzen`,
  },
  KR514: {
    offered: ({ key, owner, versions, expected }) =>
      `${key} von ${owner} bietet ${versions} an, von der IETF für veraltet erklärt; auf ${expected} setzen`,
    least: ({ key, owner, value, expected }) =>
      `${key} von ${owner} lässt TLS ${value} zu, von der IETF für veraltet erklärt; auf ${expected} setzen`,
  },
  secret: {
    urlQuery: 'das Passwort in der Query der URL',
    urlUser: 'das Passwort vor dem Hostnamen',
    loginModule: 'das Passwort des Login-Moduls',
    connectionString: 'den Schlüssel in der Verbindungszeichenfolge',
    awsKeyId: 'eine AWS-Zugriffsschlüssel-ID',
    privateKey: 'einen privaten Schlüssel',
  },
}
