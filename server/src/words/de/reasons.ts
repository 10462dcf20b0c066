import { plural } from '../plural.ts'
import type { reasons as english } from '../en/reasons.ts'
import type { Like } from '../message.ts'
import { dateOf, ofPeople } from './people.ts'
import { phrase } from './phrases.ts'

/** Why something is said: how it was read, step by step. */
export const reasons: Like<typeof english> = {
  because: {
    brokers: ({ count }) => `${plural(count, 'Broker ist', 'Broker sind')} bekannt`,
    holdsFor: ({ what }) => `gilt für ${what.replace(/^Das Topic/, 'das Topic')}`,
    defaultTrue: ({ key }) => `${key} ist nicht gesetzt, der Standardwert ist true`,
    defaultFalse: ({ key }) => `${key} ist nicht gesetzt, der Standardwert ist false`,
    absentMeansTrue: ({ engine }) =>
      `nicht gesetzt; der Standardwert ${engine === undefined ? 'dieses Systems' : `von ${engine}`} ist true`,
    acksAllOnly: 'min.insync.replicas schützt nur Schreibvorgänge mit acks=all',
    notIdempotent:
      'ohne Idempotenz kann eine Wiederholung nach verlorener Bestätigung ein Duplikat schreiben und Records umordnen',
    connectorName: ({ words }) =>
      `„${words}“ im Namen des Konnektors; die Consumer-Gruppe eines Sink-Konnektors heißt connect-<Name>, solange consumer.override.group.id nicht gesetzt ist`,
    groupName: ({ words, owner }) => `„${words}“ im Namen, verwendet von ${phrase(owner)}`,
    topicName: ({ words, reader }) =>
      `„${words}“ im Topic-Namen${reader === undefined ? '' : `, gelesen von „${reader}“`}; Topic-Namen stehen in Metriken, Logs, ACLs und Rechnungen`,
    allGroups: 'keine Gruppen sind aufgeführt; voreingestellt sind alle Gruppen',
    allTopics: 'keine Topics sind aufgeführt; voreingestellt sind alle Topics',
    groupAccess:
      'Lesezugriff auf eine Gruppe erlaubt auch, ihr beizutreten, ihre Records zu lesen und ihre Offsets zu setzen',
    annotated: ({ annotation }) => `das Schema sagt es: ${annotation}`,
    declaredPersonal: 'die Konfiguration gibt es als personenbezogen an',
    reads: ({ field, words, datum, owner }) =>
      `\`${field}\`: ${phrase(words)}, ${datum}${owner === undefined ? '' : ` von ${ofPeople(owner)}`}`,
    identifies: ({ field, who }) => `\`${field}\`: Kennung von ${ofPeople(who)}`,
    recordAbout: ({ who }) => `der Datensatz handelt von ${ofPeople(who)}`,
    recordEvent: ({ who }) => `der Datensatz handelt vom Tun von ${ofPeople(who)}`,
    recordAboutNobody: 'nichts sagt, dass der Datensatz von einer Person handelt',
    recordClinical: 'der Datensatz ist medizinisch',
    recordThing: 'der Datensatz ist nach einer Sache benannt',
    recordOrganisation: 'der Datensatz ist nach einer Organisation benannt',
    recordManner: 'der Datensatz fragt ab, stellt ein oder zählt, statt Angaben zu enthalten',
    besidePersonal: 'weitere Felder des Datensatzes sind personenbezogen',
    besideSpecial: 'weitere Felder des Datensatzes gehören zu besonderen Kategorien',
    aroundPerson: 'der Datensatz ist Teil eines Datensatzes über eine Person',
    docPerson: 'seine Dokumentation spricht von einer Person',
    docThing: 'seine Dokumentation spricht von einer Sache',
    typePerson: 'sein Typ ist nach einer Person benannt',
    typeSeldom: ({ type }) => `ein Feld vom Typ ${type} enthält so etwas selten`,
    wordsBefore: 'die Wörter davor können etwas anderes daraus machen',
    wordsAfter: 'die Wörter danach können etwas anderes daraus machen',
    otherLanguage: 'das Wort bedeutet in anderen Sprachen etwas anderes',
    keySchema: ({ subject }) => `„${subject}“ ist seinem Namen nach ein Schlüsselschema`,
    passedField: ({ field, record, topic, category }) => `${field} von ${record} im Topic ${topic}: ${category}`,
    personalDataGoes: ({ fields }) => `übermittelt personenbezogene Daten: ${fields.join(', ')}`,
    noSchemaProves: 'kein Schema im Workspace zeigt, dass personenbezogene Daten übermittelt werden',
    needsOtherDirection: 'der Modus verlangt einen Replicator in der Gegenrichtung; im Workspace ist keiner',
    asItRuns: 'so steht es in einer im Workspace gespeicherten Ausgabe des laufenden Clusters',
    noOtherDirection: 'im Workspace ist keine Replikation in der Gegenrichtung',
    topicNames: ({ value }) => `Topic-Namen: ${value}`,
    noCycleCheck: 'bei gleichen Namen kann MirrorMaker 2 eine Kopie nicht von einem Original unterscheiden',
    offsetsByName:
      'der Checkpoint-Konnektor sucht die Topics einer Gruppe am Ziel unter den Namen, die seine eigene Policy vergibt',
    defaultPolicy:
      'die voreingestellte Replikations-Policy stellt den Alias der Quelle voran; IdentityReplicationPolicy behält die Namen',
    secondMirrorLoops:
      'bei gleichen Namen entstünde mit einer zweiten Replikation eine Schleife: den Rückweg erst starten, wenn diese angehalten ist',
    topicNamesByDefault: 'Topic-Namen sind nicht gesetzt; voreingestellt wird der Alias der Quelle vorangestellt',
    emptyPolicyRefused: ({ key }) => `ein leeres ${key} ist vor Kafka 4.2 ungültig`,
    emptyPolicy: ({ key }) => `bei leerem ${key} werden keine Records gelöscht`,
    compacted: ({ key, value }) => `${key}=${value} behält den letzten Record jedes Schlüssels`,
    settingIs: ({ key, value }) => `${key} ist ${value}`,
    negativeRetention: 'eine negative Frist bedeutet: keine Grenze',
    zeroUnlimited: ({ key }) => `${key}=0 bedeutet: keine Grenze`,
    ofTopic: ({ key }) => `${key} des Topics`,
    ofBrokers: 'der Standardwert der Broker',
    engineDefault: ({ engine }) => `nicht gesetzt; der Standardwert von ${engine}`,
    segmentOpen: ({ duration }) =>
      `ein Segment nimmt bis zu ${duration} lang Records auf und wird gelöscht, wenn sein jüngster Record alt genug ist`,
    nothingSet: 'nicht gesetzt, und die Einstellungen der Broker sind nicht im Workspace',
    listsDecide:
      'über den Zugriff entscheiden ACLs; eine Ressource ohne ACL steht jedem authentifizierten Client offen',
    noAuthorization: 'authorization ist nicht gesetzt; voreingestellt ist keine',
    noLogging: 'logging_info schaltet kein Ziel ein; voreingestellt ist keines',
    unchecked: 'die Verbindung ist verschlüsselt, aber die Identität des Servers wird nicht geprüft',
    noByok: 'byok_key ist nicht gesetzt; es kann nur beim Anlegen des Clusters gesetzt werden',
    besideVolumes: 'der Ordner von log.dirs liegt in keinem Volume, das der Pod einbindet',
    managedKey:
      'encryption_at_rest_kms_key_arn ist nicht gesetzt; voreingestellt ist der von AWS verwaltete Schlüssel aws/msk',
    endUnknown: 'wo der Server steht, sagt die Datei nicht',
    endInside: 'der Server steht im selben Netz oder Cluster',
    endOutside: 'der Server steht außerhalb des Clusters',
    plaintextSet: 'das Protokoll ist auf Klartext gesetzt',
    plaintextByDefault: 'TLS ist nicht gesetzt; voreingestellt ist Klartext',
    leavesOut: ({ key, value }) => `${key} nimmt ${value} aus`,
    variableDefault: 'das ist der Standardwert einer Variablen; die Umgebung kann einen anderen setzen',
    recordsLogged:
      'von einem Record der Quelle, der sich nicht verarbeiten lässt, protokolliert Kafka Connect Schlüssel, Wert und Header',
    plaintextByPort:
      'keine Einstellung hier nennt TLS, und dieser Port ist der für Klartext; das Programm kann es dennoch setzen',
    listenerType: ({ type }) => `der Listener-Typ ${type} ist von außerhalb des Clusters erreichbar`,
    policy: 'eine Network Policy des Operators schließt den Port, wo das Netz von Kubernetes solche Regeln durchsetzt',
    publicAddress: 'die Broker haben öffentliche Adressen',
    noPublicAddress:
      'ohne öffentlichen Zugang sind die Broker aus ihrem Netz und aus dem erreichbar, was damit verbunden ist',
    noAuthentication: 'die Art der Authentifizierung ist nicht gesetzt; voreingestellt ist NONE',
    reachableOutside: 'von außerhalb des Clusters erreichbar',
    reachableInside: 'aus dem eigenen Netz erreichbar',
    noSuchScope:
      'den angegebenen Geltungsbereich eines Angemessenheitsbeschlusses gibt es nicht: das Land hat keinen Beschluss, oder einen nur für Empfänger auf einer Liste',
    rulesOfWhom:
      'verbindliche interne Datenschutzvorschriften binden nur die Mitglieder einer Gruppe: angegeben ist kein Importeur',
    derogation:
      'angegeben ist eine Ausnahme nach Art. 49: in der Regel deckt sie einzelne Übermittlungen, keinen Strom',
    listingElsewhere:
      'der angegebene Eintrag in der Liste des Data Privacy Framework gilt nur für Empfänger in den Vereinigten Staaten',
    declared: ({ values }) => `in der Konfiguration angegeben: ${values.join(', ')}`,
    ownNetwork: 'eine Adresse im selben Netz oder Cluster',
    serviceRegion: ({ service, region }) => `${phrase(service)} in Region ${region}`,
    settingHost: ({ key }) => `\`${key}\` setzt den Host`,
    settingRegion: ({ key, region, provider }) => `\`${key}\` ist Region ${region} von ${provider}`,
    settingRegionAnywhere: ({ key, region }) =>
      `\`${key}\` ist Region ${region}, die bei jedem Anbieter mit einer Region dieses Namens im selben Land liegt`,
    providerNoRegion: ({ provider }) => `${provider}: die Datei setzt keine Region`,
    noHost: 'die Datei setzt weder Host noch Region',
    hostRegion: ({ host, provider, region }) => `${host} ist ${provider}, Region ${region}`,
    hostCountry: ({ host, provider }) => `${host} ist ${provider}`,
    hostNoRegion: ({ host, provider }) => `${host} ist ${provider}, dessen Hostnamen keine Region enthalten`,
    hostUnknown: ({ host }) => `${host} gehört zu keinem bekannten Anbieter`,
    countryStatus: ({ country, status }) => `${country}: ${countryStatuses[status]}`,
    decision: ({ instrument, scope, until, notes }) =>
      `${inGerman(phrase(instrument))}, ${phrase(scope)}${until === undefined ? '' : `, gültig bis ${dateOf(until)}`}${notes === undefined ? '' : `. ${phrase(notes)}`}`,
    providerDenied: ({ provider }) => `die Richtlinie schließt ${provider} aus`,
    attested: ({ provider, scheme, of, seen }) =>
      `${provider} besitzt ${scheme} für ${phrase(of)}, Stand ${dateOf(seen)}`,
    providerOwner: ({ provider, owner }) => `${provider} gehört zu ${owner}`,
    safeguardReference: ({ reference }) => `angegebene Fundstelle: ${reference}`,
    recordsInRegion: 'Records liegen in der Region des Clusters',
    controlPlane:
      'Topic- und Gruppennamen, Metriken und Konfiguration verarbeitet eine Steuerungsebene, deren Region nicht dokumentiert ist',
    compatibilityDeclared: ({ mode }) => `die Kompatibilität des Subjects ist als ${mode} angegeben`,
    breaksToo: ({ change }) => `außerdem: ${change}`,
    compatibilityDefault: ({ mode }) =>
      `für das Subject ist keine Kompatibilität angegeben: angenommen wird ${mode}, der Standardwert der Registry von Confluent`,
    knownKeys: ({ keys }) => `gültige Schlüssel: ${keys}`,
    families: ({ families }) => `Familien: ${families.join(', ')}`,
  },
  hindrance: {
    id: 'die Broker erkennen die Anwendung an dieser ID',
    worker: 'die ID der Worker-Gruppe kennzeichnet den Connect-Cluster',
    streams: 'die Anwendungs-ID ist auch Teil der Namen von State Stores und Changelog-Topics',
    prefix: 'es ist das Präfix anderer Namen',
    accessPrefix: 'das Präfix erfasst auch andere Consumer-Gruppen',
    rightLast:
      'die Gruppe dort umbenennen, wo ihr Consumer steht; dieses Recht zuletzt, wenn niemand mehr den alten Namen verwendet',
    accessOnly: 'keine Anwendung im Workspace verwendet die Gruppe, und nur die ACL umzubenennen entzöge den Zugriff',
    covered: ({ owner, prefix }) => `${phrase(owner)} hat nur über das Präfix „${prefix}“ Zugriff`,
    unwritable: 'eine der Stellen lässt sich nicht automatisch ändern',
  },
  related: {
    residency: 'wo dazu etwas angegeben ist',
    asItRuns: 'wie es läuft',
    used: 'hier verwendet',
    registry: 'die Registry, in der es liegt',
    again: 'auch hier',
    compatibility: 'der Kompatibilitätsmodus ist hier angegeben',
    declared: 'hier deklariert',
    someOfThem: 'hier mitgezählt',
    brokersInAll: ({ count }) => `insgesamt ${plural(count, 'Broker', 'Broker')}`,
    replicationFactor: ({ count }) => `Replikationsfaktor ${count}`,
    groupUser: ({ owner }) => `verwendet von ${phrase(owner)}`,
    renamed: 'hier werden Topics umbenannt',
    mirror: 'von dieser Replikation kopiert',
    otherDirection: 'die Replikation in der Gegenrichtung',
    brokersPolicy: 'cleanup.policy der Broker',
    atSource: ({ kept }) => `${kept} an der Quelle`,
    copiedBy: 'von dieser Replikation kopiert',
    writtenBy: 'von diesem Sink-Konnektor geschrieben',
    bucket: 'hier deklariert, ohne eine Regel, die löscht',
    inheriting: 'ein Topic ohne eigene Frist',
    stateInheriting: 'enthält den Zustand eines Programms und braucht das: erst eine eigene unbegrenzte Frist setzen',
    retentionOf: ({ topic }) => `Frist des Topics ${topic}`,
    allowed: ({ countries }) => `erlaubt: ${countries.join(', ')}`,
  },
}

const countryStatuses = {
  eu: 'Mitgliedstaat der Union',
  eea: 'Teil des Europäischen Wirtschaftsraums',
  adequate: 'angemessenes Schutzniveau',
  conditional: 'angemessenes Schutzniveau nur für manche Empfänger oder Daten',
  third: 'Drittland ohne Angemessenheitsbeschluss',
} as const

/** `Commission Decision 2000/518/EC` is `Entscheidung 2000/518/EG der Kommission`: what is newer than Lisbon is a `Beschluss`. */
const inGerman = (instrument: string): string =>
  instrument.replace(
    /^Commission (Implementing )?Decision (\S+|\(EU\) \S+)/,
    (_whole, implementing: string | undefined, number: string) =>
      `${implementing === undefined ? ordinary(number) : 'Durchführungsbeschluss'} ${number.replace('/EC', '/EG')} der Kommission`,
  )

const ordinary = (number: string): string => (number.endsWith('/EC') ? 'Entscheidung' : 'Beschluss')
