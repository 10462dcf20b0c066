/** A sentence of the reference data in German, as a whole or clause by clause; what is none of its sentences stays. */
export const phrase = (text: string): string =>
  phrases.get(text) ??
  text
    .split('; ')
    .map(clause => phrases.get(clause) ?? named(clause))
    .join('; ')

/** Who uses something, as the readers of files call them: `application shop`; and an attribute of a resource. */
const named = (text: string): string =>
  text
    .replace(/^(\S+) of (\S+)$/, '$1 von $2')
    .replace(
      /^(application|user|client|mirror|connector|Connect cluster|bridge|exporter of|function|security group)(?= )/,
      kind => kinds[kind as keyof typeof kinds],
    )

const kinds = {
  application: 'Anwendung',
  user: 'Benutzer',
  client: 'Client',
  mirror: 'Replikation',
  connector: 'Konnektor',
  'Connect cluster': 'Connect-Cluster',
  bridge: 'Bridge',
  'exporter of': 'Exporter von',
  function: 'Funktion',
  'security group': 'Security Group',
} as const

/** What the reference data says in English, by its words. */
export const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // What a change does to what runs
    'where the certificate of the token server has another name, nobody signs in':
      'trägt das Zertifikat des Tokenservers einen anderen Namen, meldet sich niemand an',
    'where the address does not answer with TLS, nobody signs in':
      'antwortet die Adresse nicht mit TLS, meldet sich niemand an',
    'workers take it while they run': 'Worker übernehmen es im laufenden Betrieb',
    'an image is built anew, then workers restart one after another and their connectors with them':
      'ein Image wird neu gebaut, dann starten die Worker nacheinander neu und mit ihnen ihre Konnektoren',
    'where the download fails, the old image stays': 'scheitert der Download, bleibt das alte Image',
    'while the policy engine does not answer, clients are refused':
      'solange die Policy-Engine nicht antwortet, werden Clients abgewiesen',
    'Cruise Control reassigns its partitions': 'Cruise Control verteilt seine Partitionen neu',
    'Kafka changes the number of replicas of a topic that exists only by reassignment':
      'bei einem bestehenden Topic ändert Kafka die Zahl der Replikate nur durch Neuzuweisung',
    'Terraform itself connects otherwise': 'Terraform selbst verbindet sich anders',
    'Terraform looks for all that the provider made in the other region and makes it there anew, with no data':
      'Terraform sucht alles, was der Provider angelegt hat, in der anderen Region und legt es dort neu und ohne Daten an',
    'a block where none was destroys the cluster and creates it anew, unless it says what already holds':
      'ein Block, wo keiner war, zerstört den Cluster und legt ihn neu an, sofern er nicht sagt, was schon gilt',
    'a broker does not start on the folders of another number':
      'mit den Verzeichnissen einer anderen Nummer startet ein Broker nicht',
    'a cluster that names a revision keeps it': 'ein Cluster, der eine Revision nennt, behält sie',
    'a new version of the schema is registered': 'eine neue Version des Schemas wird registriert',
    'a new version of the secret is written': 'eine neue Version des Secrets wird geschrieben',
    'a partition without an in-sync replica waits for one': 'eine Partition ohne synchrones Replikat wartet auf eines',
    'a source that names no offset.storage.topic starts without its stored offsets':
      'ein Source-Konnektor ohne offset.storage.topic beginnt ohne seine gespeicherten Offsets',
    'a stream cannot change its storage': 'ein Stream kann seinen Speicher nicht wechseln',
    'a topic cannot lose partitions': 'ein Topic kann keine Partitionen verlieren',
    'another Connect cluster starts beside the connectors of the old one':
      'neben den Konnektoren des alten startet ein weiterer Connect-Cluster',
    'another application starts without offsets and state':
      'eine andere Anwendung beginnt ohne Offsets und ohne Zustand',
    'another connector: a sink reads as another group, a source starts without its stored offsets':
      'ein anderer Konnektor: ein Sink liest als andere Gruppe, eine Source beginnt ohne ihre gespeicherten Offsets',
    'another name is another object': 'ein anderer Name ist ein anderes Objekt',
    'applications that count on topics appearing are refused':
      'Anwendungen, die darauf setzen, dass Topics von selbst entstehen, werden abgewiesen',
    'applied at once where brokers take it, else brokers restart one after another':
      'gilt sofort, wo die Broker es übernehmen; sonst starten sie nacheinander neu',
    'brokers join': 'Broker kommen hinzu',
    'brokers of the old and the new protocol do not understand each other: it takes two rounds':
      'Broker mit altem und neuem Protokoll verstehen einander nicht: es braucht zwei Durchgänge',
    'brokers refuse each other where a certificate names another host':
      'Broker weisen einander ab, wo ein Zertifikat einen anderen Host nennt',
    'brokers restart and look in another store': 'Broker starten neu und suchen in einem anderen Speicher',
    'brokers restart one after another': 'die Broker starten nacheinander neu',
    'brokers restart one after another when the cluster takes the new revision':
      'die Broker starten nacheinander neu, sobald der Cluster die neue Revision übernimmt',
    'brokers start with empty folders': 'Broker starten mit leeren Verzeichnissen',
    'brokers take it at once': 'die Broker übernehmen es sofort',
    'brokers that hold partitions cannot leave': 'Broker, die Partitionen halten, können nicht ausscheiden',
    'brokers that hold partitions do not leave': 'Broker, die Partitionen halten, scheiden nicht aus',
    'brokers that hold partitions keep their role': 'Broker, die Partitionen halten, behalten ihre Rolle',
    'clients of a listener that changes are refused': 'Clients eines Listeners, der sich ändert, werden abgewiesen',
    'clients of the listener that come without TLS are refused':
      'Clients des Listeners, die ohne TLS kommen, werden abgewiesen',
    'clients of the listener that do not authenticate are refused':
      'Clients des Listeners, die sich nicht authentifizieren, werden abgewiesen',
    'clients of the listener that do not follow are refused':
      'Clients des Listeners, die nicht mitziehen, werden abgewiesen',
    'clients that do not authenticate so are refused': 'Clients, die sich nicht so authentifizieren, werden abgewiesen',
    'clients that come over another network are refused':
      'Clients, die über ein anderes Netz kommen, werden abgewiesen',
    'clients that come without TLS are refused': 'Clients, die ohne TLS kommen, werden abgewiesen',
    'clients that do not follow are refused': 'Clients, die nicht mitziehen, werden abgewiesen',
    'clients with the old credentials are refused': 'Clients mit den alten Zugangsdaten werden abgewiesen',
    'it fails where the other side does not offer TLS with a certificate that it trusts':
      'er scheitert, wo die Gegenstelle kein TLS mit einem Zertifikat anbietet, dem er vertraut',
    'it fails where the certificate is not trusted or names another host':
      'er scheitert, wo dem Zertifikat nicht vertraut wird oder es einen anderen Host nennt',
    'they refuse brokers whose certificate names another host':
      'sie weisen Broker ab, deren Zertifikat einen anderen Host nennt',
    'new topics need as many brokers': 'neue Topics brauchen so viele Broker',
    'they refuse a token server whose certificate names another host':
      'sie weisen einen Token-Server ab, dessen Zertifikat einen anderen Host nennt',
    'clients without a certificate are refused': 'Clients ohne Zertifikat werden abgewiesen',
    'a protection is taken away': 'ein Schutz entfällt',
    'clients that come without TLS are let in': 'Clients, die ohne TLS kommen, werden zugelassen',
    'with PLAINTEXT those that come with TLS are refused': 'bei PLAINTEXT werden die abgewiesen, die mit TLS kommen',
    'clients that authenticate so are refused': 'Clients, die sich so authentifizieren, werden abgewiesen',
    'clients may also authenticate so': 'Clients können sich auch so authentifizieren',
    'clients that do not authenticate are refused': 'Clients, die sich nicht authentifizieren, werden abgewiesen',
    'clients that do not authenticate are let in': 'Clients, die sich nicht authentifizieren, werden zugelassen',
    'volumes cannot shrink': 'Volumes können nicht kleiner werden',
    'clients that come over the internet are refused': 'Clients, die über das Internet kommen, werden abgewiesen',
    'brokers get addresses of the internet': 'Broker erhalten Adressen des Internets',
    'clients of the listener that come with TLS are refused, the others speak in plain text':
      'Clients des Listeners, die mit TLS kommen, werden abgewiesen, die anderen sprechen im Klartext',
    'clients of the listener that do not authenticate so are refused':
      'Clients des Listeners, die sich nicht so authentifizieren, werden abgewiesen',
    'topics appear when somebody uses their names': 'Topics entstehen, sobald jemand ihren Namen verwendet',
    'everybody may use what no access list names': 'alle dürfen nutzen, was keine Zugriffsliste nennt',
    'everybody may do everything': 'alle dürfen alles',
    'brokers take any signed certificate for that of another broker':
      'Broker nehmen jedes signierte Zertifikat als das eines anderen Brokers hin',
    'clients without a certificate are let in': 'Clients ohne Zertifikat werden zugelassen',
    'the application takes any signed certificate for that of the broker':
      'die Anwendung nimmt jedes signierte Zertifikat als das des Brokers hin',
    'closed segments are copied to the second tier': 'geschlossene Segmente werden in die zweite Stufe kopiert',
    'committed offsets are left behind: records are read again or skipped':
      'bestätigte Offsets bleiben zurück: Records werden erneut gelesen oder übersprungen',
    'consumers do not find theirs': 'Consumer finden die ihren nicht',
    'controllers and brokers cannot change places while they hold data':
      'Controller und Broker können ihre Plätze nicht tauschen, solange sie Daten halten',
    'copies are moved between brokers': 'Kopien werden zwischen Brokern verschoben',
    'destroyed and created anew': 'wird zerstört und neu angelegt',
    'fewer copies confirm a write': 'weniger Kopien bestätigen einen Schreibvorgang',
    'in topics without a bound of their own records older than that are deleted':
      'in Topics ohne eigene Grenze werden ältere Records gelöscht',
    'in topics without a bound of their own the oldest records beyond that size are deleted':
      'in Topics ohne eigene Grenze werden die ältesten Records über dieser Größe gelöscht',
    'in topics without a policy of their own records are kept by another rule':
      'in Topics ohne eigene Policy werden Records nach einer anderen Regel aufbewahrt',
    'internal topics that exist keep their number': 'bestehende interne Topics behalten ihre Zahl',
    'it cannot fall again': 'zurück geht es nicht',
    'its partitions are reassigned at once': 'seine Partitionen werden sofort neu zugewiesen',
    'keys go to other partitions from then on': 'Schlüssel gehen von da an in andere Partitionen',
    'marks of deletion go sooner or later: a slow reader may miss them':
      'Löschmarken verschwinden früher oder später: ein langsamer Leser kann sie verpassen',
    'messages older than that are deleted at once': 'ältere Nachrichten werden sofort gelöscht',
    'nothing that runs changes its behaviour': 'nichts, was läuft, ändert sein Verhalten',
    'offsets of groups that do not read at the target are set there':
      'Offsets von Gruppen, die am Ziel nicht lesen, werden dort gesetzt',
    'offsets of groups that no longer match are no longer copied':
      'Offsets von Gruppen, die nicht mehr passen, werden nicht mehr kopiert',
    'older segments are read from the second tier': 'ältere Segmente werden aus der zweiten Stufe gelesen',
    'clients that speak none of these versions of TLS are refused':
      'Clients, die keine dieser TLS-Versionen beherrschen, werden abgewiesen',
    'the application is refused by brokers that speak none of these versions of TLS':
      'Broker, die keine dieser TLS-Versionen beherrschen, weisen die Anwendung ab',
    'brokers that speak none of these versions of TLS refuse them':
      'Broker, die keine dieser TLS-Versionen beherrschen, weisen sie ab',
    'it fails where the other side speaks none of these versions of TLS':
      'er scheitert, wo die Gegenseite keine dieser TLS-Versionen beherrscht',
    'clusters that speak none of these versions of TLS refuse them':
      'Cluster, die keine dieser TLS-Versionen beherrschen, weisen sie ab',
    'the service migrates to other nodes': 'der Dienst zieht auf andere Knoten um',
    'clients that come over the other network are refused':
      'Clients, die über das andere Netz kommen, werden abgewiesen',
    'the disks grow': 'die Datenträger wachsen',
    'the service can be deleted': 'der Dienst kann gelöscht werden',
    'it counts only when the service is created: the change has no effect':
      'es zählt nur beim Anlegen des Dienstes: die Änderung bleibt ohne Wirkung',
    'clients of the REST proxy are refused': 'Clients des REST-Proxys werden abgewiesen',
    'users of the REST proxy without an ACL are refused': 'Benutzer des REST-Proxys ohne ACL werden abgewiesen',
    'the REST proxy no longer applies the ACLs': 'der REST-Proxy wendet die ACLs nicht mehr an',
    'clients from other addresses are refused': 'Clients von anderen Adressen werden abgewiesen',
    'the service gets addresses of the internet': 'der Dienst erhält Adressen im Internet',
    'clients that use the private name are refused': 'Clients, die den privaten Namen nutzen, werden abgewiesen',
    'clients that come over the private link are refused':
      'Clients, die über den Private Link kommen, werden abgewiesen',
    'clients of the schema registry are refused': 'Clients der Schema Registry werden abgewiesen',
    'the registry no longer finds its schemas, and clients cannot read what was written with them':
      'die Registry findet ihre Schemas nicht mehr, und Clients können nicht lesen, was damit geschrieben wurde',
    'records can be read in the console and over the interface of the provider':
      'Records können in der Konsole und über die Schnittstelle des Anbieters gelesen werden',
    'Terraform can delete the topic with its records': 'Terraform kann das Topic mit seinen Records löschen',
    'delete the ACL that allows everything in the service': 'die ACL, die alles erlaubt, im Dienst löschen',
    'producers of larger batches are refused': 'Producer größerer Batches werden abgewiesen',
    'producers of later timestamps are refused': 'Producer späterer Zeitstempel werden abgewiesen',
    'producers of older timestamps are refused': 'Producer älterer Zeitstempel werden abgewiesen',
    'producers with acks=all are refused while fewer replicas are in sync':
      'Producer mit acks=all werden abgewiesen, solange weniger Replikate synchron sind',
    'records are deleted': 'Records werden gelöscht',
    'records are kept by another rule: with compact all but the last of a key go, with delete all that are older than the retention':
      'Records werden nach einer anderen Regel aufbewahrt: mit compact gehen alle bis auf den letzten je Schlüssel, mit delete alle, die älter als die Frist sind',
    'records get the time of the broker or of the producer from then on':
      'Records erhalten von da an die Zeit des Brokers oder des Producers',
    'records of open and aborted transactions are not read':
      'Records offener und abgebrochener Transaktionen werden nicht gelesen',
    'records older than that are deleted at once': 'ältere Records werden sofort gelöscht',
    'records that fail go to that topic': 'fehlgeschlagene Records gehen in dieses Topic',
    'it gets three replicas unless errors.deadletterqueue.topic.replication.factor says otherwise, and the sink fails where there are fewer brokers':
      'es bekommt drei Replikate, wenn errors.deadletterqueue.topic.replication.factor nichts anderes sagt, und der Sink scheitert, wo es weniger Broker gibt',
    'with TLS they use other addresses': 'mit TLS verwenden sie andere Adressen',
    'they are refused where the listener speaks another protocol':
      'sie werden abgewiesen, wo der Listener ein anderes Protokoll spricht',
    'records that the old one holds cannot be read any more':
      'Records, die das alte hält, lassen sich nicht mehr lesen',
    'records that were written before stay as they are': 'zuvor geschriebene Records bleiben, wie sie sind',
    'replaced values become eligible for removal after that time':
      'ersetzte Werte dürfen nach dieser Zeit entfernt werden',
    'replaced values stay at least that long': 'ersetzte Werte bleiben mindestens so lange',
    'retries write no record twice from the next start on':
      'ab dem nächsten Start schreiben Wiederholungen keinen Record doppelt',
    'rights are set to these at once: who still uses the old name is refused':
      'die Rechte gelten sofort so: wer noch den alten Namen verwendet, wird abgewiesen',
    'some releases of the provider replace it, others report a change that does not happen':
      'manche Releases des Providers ersetzen es, andere melden eine Änderung, die nicht geschieht',
    'source connectors start without their stored offsets':
      'Source-Konnektoren beginnen ohne ihre gespeicherten Offsets',
    'states are told anew': 'Zustände werden neu gemeldet',
    'tasks move between workers': 'Tasks wechseln zwischen Workern',
    'the address has to be that of a listener with TLS': 'die Adresse muss die eines Listeners mit TLS sein',
    'the application is refused where the listener speaks another protocol':
      'die Anwendung wird abgewiesen, wo der Listener ein anderes Protokoll spricht',
    'the application refuses brokers whose certificate names another host':
      'die Anwendung weist Broker ab, deren Zertifikat einen anderen Host nennt',
    'the application takes it at its next start': 'die Anwendung übernimmt es bei ihrem nächsten Start',
    'the bridge restarts': 'die Bridge startet neu',
    'the change is refused and blocks later ones': 'die Änderung wird abgelehnt und blockiert spätere',
    'the checkpoint connector of the mirror restarts': 'der Checkpoint-Konnektor der Replikation startet neu',
    'the cluster is destroyed and created anew with no data': 'der Cluster wird zerstört und ohne Daten neu angelegt',
    'the configuration is destroyed and created anew': 'die Konfiguration wird zerstört und neu angelegt',
    'the connector is destroyed and created anew': 'der Konnektor wird zerstört und neu angelegt',
    'the connector is destroyed and created anew under another name, a sink as another consumer group':
      'der Konnektor wird zerstört und unter anderem Namen neu angelegt, ein Sink als andere Consumer-Gruppe',
    'the connector restarts': 'der Konnektor startet neu',
    'the connector writes to topics of other names and starts without its stored offsets':
      'der Konnektor schreibt in Topics mit anderen Namen und beginnt ohne seine gespeicherten Offsets',
    'the connectors of the mirror restart': 'die Konnektoren der Replikation starten neu',
    'the flow is destroyed and created anew': 'die Replikation wird zerstört und neu angelegt',
    'the flow restarts': 'die Replikation startet neu',
    'the group starts without committed offsets: records are read again or skipped':
      'die Gruppe beginnt ohne bestätigte Offsets: Records werden erneut gelesen oder übersprungen',
    'the heartbeat connector of the mirror restarts': 'der Heartbeat-Konnektor der Replikation startet neu',
    'the link copies otherwise from then on': 'der Link kopiert von da an anders',
    'the link is destroyed and created anew': 'der Link wird zerstört und neu angelegt',
    'the module writes another revision of its configuration, and brokers restart one after another':
      'das Modul schreibt eine weitere Revision seiner Konfiguration, und die Broker starten nacheinander neu',
    'the new right stands beside the old one': 'das neue Recht steht neben dem alten',
    'the oldest records beyond that size are deleted at once':
      'die ältesten Records über dieser Größe werden sofort gelöscht',
    'the operator keeps the old storage': 'der Operator behält den alten Speicher',
    'the operator refuses another name': 'der Operator lehnt einen anderen Namen ab',
    'the operator refuses fewer partitions': 'der Operator lehnt weniger Partitionen ab',
    'the operator refuses to change the number of replicas of a topic that exists, and every later change of it':
      'der Operator lehnt es ab, die Zahl der Replikate eines bestehenden Topics zu ändern, und danach jede weitere Änderung daran',
    'the registry is deleted with its schemas': 'die Registry wird mit ihren Schemata gelöscht',
    'the replicator copies otherwise from then on': 'der Replicator kopiert von da an anders',
    'the pipe is destroyed and created anew': 'die Pipe wird zerstört und neu angelegt',
    'it begins to read where its starting position says': 'sie beginnt dort zu lesen, wo ihre Startposition es vorgibt',
    'the delivery stream is destroyed and created anew': 'der Delivery Stream wird zerstört und neu angelegt',
    'the replicator is destroyed and created anew': 'der Replicator wird zerstört und neu angelegt',
    'the replicator is destroyed and created anew and copies records again that were copied before':
      'der Replicator wird zerstört und neu angelegt und kopiert schon kopierte Records noch einmal',
    'the replicator is destroyed and created anew and fills topics of other names':
      'der Replicator wird zerstört und neu angelegt und füllt Topics mit anderen Namen',
    'the right is taken away and given anew: in between its holder is refused':
      'das Recht wird entzogen und neu erteilt: dazwischen wird sein Inhaber abgewiesen',
    'the same object in another version of the interface': 'dasselbe Objekt in einer anderen Version der API',
    'the schema is deleted': 'das Schema wird gelöscht',
    'the bucket is destroyed and created anew under another name':
      'der Bucket wird gelöscht und unter einem anderen Namen neu angelegt',
    'objects that are older than a rule allows are deleted':
      'Objekte, die älter sind, als eine Regel zulässt, werden gelöscht',
    'the bucket cannot move and is created anew': 'der Bucket kann nicht umziehen und wird neu angelegt',
    'the account is destroyed and created anew under another name':
      'das Konto wird gelöscht und unter einem anderen Namen neu angelegt',
    'the account is destroyed and created anew elsewhere': 'das Konto wird gelöscht und anderswo neu angelegt',
    'make a second bucket, copy what is to be kept, and point the sink to it':
      'einen zweiten Bucket anlegen, kopieren, was bleiben soll, und den Sink darauf zeigen lassen',
    'decide how long the archive is kept, and add the rule yourself':
      'entscheiden, wie lange das Archiv aufbewahrt wird, und die Regel selbst hinzufügen',
    'make a second account, copy what is to be kept, and point the sink to it':
      'ein zweites Konto anlegen, kopieren, was bleiben soll, und den Sink darauf zeigen lassen',
    'the schema is deleted with its versions': 'das Schema wird mit seinen Versionen gelöscht',
    'the service is destroyed and created anew with no data': 'der Dienst wird zerstört und ohne Daten neu angelegt',
    'the service migrates to other nodes while it runs': 'der Dienst zieht im laufenden Betrieb auf andere Knoten um',
    'the service migrates to the other cloud or region while it runs':
      'der Dienst zieht im laufenden Betrieb in die andere Cloud oder Region um',
    'the sink starts without committed offsets and writes records again':
      'der Sink beginnt ohne bestätigte Offsets und schreibt Records noch einmal',
    'the source connector of the mirror restarts': 'der Source-Konnektor der Replikation startet neu',
    'the topic is deleted with its records': 'das Topic wird mit seinen Records gelöscht',
    'the topic is deleted with its records and created anew':
      'das Topic wird mit seinen Records gelöscht und neu angelegt',
    'the topic keeps its number where it exists': 'ein bestehendes Topic behält seine Zahl',
    'the version of the metadata rises': 'die Version der Metadaten steigt',
    'the volumes grow': 'die Volumes wachsen',
    'the worker configuration is destroyed and created anew and its connectors with it':
      'die Worker-Konfiguration wird zerstört und neu angelegt und mit ihr die Konnektoren',
    'the workers and the connectors of the mirror restart':
      'die Worker und die Konnektoren der Replikation starten neu',
    'the workers know no connector any more': 'die Worker kennen keinen Konnektor mehr',
    'topics of other names are filled': 'Topics mit anderen Namen werden gefüllt',
    'topics that exist keep their number': 'bestehende Topics behalten ihre Zahl',
    'topics that no longer match are no longer copied': 'Topics, die nicht mehr passen, werden nicht mehr kopiert',
    'topics that were copied keep their number': 'schon kopierte Topics behalten ihre Zahl',
    'transactions are refused while fewer replicas are in sync':
      'Transaktionen werden abgewiesen, solange weniger Replikate synchron sind',
    'what exists stays behind unmanaged': 'was besteht, bleibt unverwaltet zurück',
    'what exists stays where it is until it is reassigned':
      'was besteht, bleibt, wo es ist, bis es neu zugewiesen wird',
    'what only the second tier holds is deleted': 'was nur die zweite Stufe hält, wird gelöscht',
    'what reads it takes it at its next start': 'wer es liest, übernimmt es beim nächsten Start',
    'what runs restarts': 'was läuft, startet neu',
    'what was copied stays': 'was kopiert ist, bleibt',
    'where the old one is pruned, what it stands for is deleted':
      'wo das alte bereinigt wird, wird gelöscht, wofür es steht',
    'where the schema is registered, as a new version of it': 'wo das Schema registriert wird, als neue Version',
    'who has no right is refused': 'wer kein Recht hat, wird abgewiesen',
    'with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once':
      'bei Brokern vor 2.4 wird das Topic mit seinen Records gelöscht, bei neueren werden seine Partitionen sofort neu zugewiesen',
    'with recreate_on_update = true the plan fails': 'mit recreate_on_update = true scheitert der Plan',
    'workers restart one after another': 'die Worker starten nacheinander neu',
    'workers restart one after another and their connectors with them':
      'die Worker starten nacheinander neu und mit ihnen die Konnektoren',
    'writes wait for the in-sync replicas from the next start on':
      'ab dem nächsten Start warten Schreibvorgänge auf die synchronen Replikate',
    // What to do instead
    'add a node pool with the new storage and move the partitions to it':
      'einen Knotenpool mit dem neuen Speicher hinzufügen und die Partitionen dorthin verschieben',
    'add a second right, let everybody move, then remove the first':
      'ein zweites Recht hinzufügen, alle umstellen lassen, dann das erste entfernen',
    'add nodes with the other role': 'Knoten mit der anderen Rolle hinzufügen',
    'announce the bound, then set it': 'die Grenze ankündigen, dann setzen',
    'announce the change, then make it': 'die Änderung ankündigen, dann vornehmen',
    'keep it and make a second service': 'ihn behalten und einen zweiten Dienst anlegen',
    'keep the name': 'den Namen behalten',
    'keep the number': 'die Zahl behalten',
    'keep the size': 'die Größe behalten',
    'keep the version': 'die Version behalten',
    'let the retention run out first': 'zuerst die Frist ablaufen lassen',
    'make a second cluster and link it before its clients move':
      'einen zweiten Cluster anlegen und verbinden, bevor seine Clients umziehen',
    'make a second cluster and replicate to it before its clients move':
      'einen zweiten Cluster anlegen und dorthin replizieren, bevor seine Clients umziehen',
    'make a second cluster at the other provider and link it before its clients move':
      'beim anderen Anbieter einen zweiten Cluster anlegen und verbinden, bevor seine Clients umziehen',
    'make a second cluster in the other region and link it before its clients move':
      'in der anderen Region einen zweiten Cluster anlegen und verbinden, bevor seine Clients umziehen',
    'make a second cluster with it and replicate to it before its clients move':
      'damit einen zweiten Cluster anlegen und dorthin replizieren, bevor seine Clients umziehen',
    'make a second cluster with the key and replicate to it before its clients move':
      'mit dem Schlüssel einen zweiten Cluster anlegen und dorthin replizieren, bevor seine Clients umziehen',
    'make a second cluster with the new store and mirror to it':
      'mit dem neuen Speicher einen zweiten Cluster anlegen und dorthin replizieren',
    'make a second cluster with the new value and replicate to it before its clients move':
      'mit dem neuen Wert einen zweiten Cluster anlegen und dorthin replizieren, bevor seine Clients umziehen',
    'make a second configuration': 'eine zweite Konfiguration anlegen',
    'make a second connector and stop this one': 'einen zweiten Konnektor anlegen und diesen anhalten',
    'make a second connector that authenticates and stop this one':
      'einen zweiten Konnektor anlegen, der sich authentifiziert, und diesen anhalten',
    'make a second connector with TLS and stop this one': 'einen zweiten Konnektor mit TLS anlegen und diesen anhalten',
    'make a second connector with the new value and stop this one':
      'einen zweiten Konnektor mit dem neuen Wert anlegen und diesen anhalten',
    'make a second flow': 'eine zweite Replikation anlegen',
    'make a second link': 'einen zweiten Link anlegen',
    'make a second pipe and stop this one': 'eine zweite Pipe anlegen und diese anhalten',
    'make a second delivery stream and stop this one': 'einen zweiten Delivery Stream anlegen und diesen anhalten',
    'make a second replicator': 'einen zweiten Replicator anlegen',
    'make a second replicator that starts at EARLIEST and writes to topics that are empty':
      'einen zweiten Replicator anlegen, der bei EARLIEST beginnt und in leere Topics schreibt',
    'make a second replicator with the other names and let the consumers move to them':
      'einen zweiten Replicator mit den anderen Namen anlegen und die Consumer dorthin umziehen lassen',
    'make a second worker configuration': 'eine zweite Worker-Konfiguration anlegen',
    'make another stream with file storage and copy the messages':
      'einen weiteren Stream mit Speicher file anlegen und die Nachrichten kopieren',
    'make another topic': 'ein weiteres Topic anlegen',
    'make another topic and copy the records': 'ein weiteres Topic anlegen und die Records kopieren',
    'move the folders first': 'zuerst die Verzeichnisse verlegen',
    'move their partitions away first': 'zuerst ihre Partitionen verschieben',
    'reassign its partitions with kafka-reassign-partitions, then write the new number':
      'seine Partitionen mit kafka-reassign-partitions neu zuweisen, dann die neue Zahl eintragen',
    'register another subject': 'ein weiteres Subject registrieren',
    'write the resources of the other region beside these, replicate, and let the clients move':
      'die Ressourcen der anderen Region neben diese schreiben, replizieren und die Clients umziehen lassen',
    // What a name reveals
    'health data': 'Gesundheitsdaten',
    'biometric or genetic data': 'biometrische oder genetische Daten',
    'belief, trade union membership or origin': 'Weltanschauung, Gewerkschaftszugehörigkeit oder Herkunft',
    'data on criminal offences': 'Daten über Straftaten',
    'patient data': 'Patientendaten',
    'customer data': 'Kundendaten',
    'user data': 'Nutzerdaten',
    'employee data': 'Beschäftigtendaten',
    'data of people': 'Daten von Personen',
    payments: 'Zahlungen',
    'fraud checks': 'Betrugsprüfungen',
    'scoring of people': 'Scoring von Personen',
    'personal insurance': 'Personenversicherung',
    'marketing to people': 'Werbung an Personen',
    'job applications': 'Bewerbungen',
    'data subject requests': 'Anträge betroffener Personen',
    'customer complaints': 'Kundenbeschwerden',
    'messages to people': 'Nachrichten an Personen',
    identities: 'Identitäten',
    'behaviour of people': 'Verhalten von Personen',
    'pupil and student data': 'Daten von Lernenden und Studierenden',
    'personal taxes': 'persönliche Steuern',
    orders: 'Bestellungen',
    deliveries: 'Lieferungen',
    'stocks or prices': 'Bestände oder Preise',
    messages: 'Nachrichten',
    'reviews or comments': 'Bewertungen oder Kommentare',
    'bookings, contracts or accounts': 'Buchungen, Verträge oder Konten',
    // What is expected
    'a list of fields': 'eine Liste von Feldern',
    'letters, digits and _': 'Buchstaben, Ziffern und _',
    name: 'name',
    field: 'Feld',
    'a declaration': 'eine Deklaration',
    'a closing brace behind it': 'dahinter eine schließende Klammer',
    'a field number': 'eine Feldnummer',
    'an ISO 3166 country code, EEA or adequate': 'ein Ländercode nach ISO 3166, EEA oder adequate',
    'an ISO 3166 country code such as DE': 'ein Ländercode nach ISO 3166 wie DE',
    'a date such as 2026-03-01, of signature or of the listing':
      'ein Datum wie 2026-03-01, das der Unterzeichnung oder des Eintrags',
    'where the document is found': 'wo das Dokument zu finden ist',
    'who receives the data in the third country': 'wer die Daten im Drittland erhält',
    'a date such as 2026-03-01, of the transfer impact assessment':
      'ein Datum wie 2026-03-01, das der Prüfung der Übermittlung',
    'a date such as 2027-03-01, from which it does not hold any more':
      'ein Datum wie 2027-03-01, ab dem es nicht mehr gilt',
    'a reason': 'eine Begründung',
    'a map of keys and values': 'eine Zuordnung von Schlüsseln und Werten',
    'a list': 'eine Liste',
    'a single value': 'ein einzelner Wert',
    'a duration such as 15 minutes: how much data may be lost':
      'eine Dauer wie 15 minutes: wie viele Daten verloren gehen dürfen',
    'a duration such as 4 hours: how long recovery may take':
      'eine Dauer wie 4 hours: wie lange die Wiederherstellung dauern darf',
    'a date such as 2026-03-01': 'ein Datum wie 2026-03-01',
    'an ISO 3166 country code such as DE, or none': 'ein Ländercode nach ISO 3166 wie DE, oder none',
    'an ISO 3166 country code such as DE, where no file tells':
      'ein Ländercode nach ISO 3166 wie DE, wo keine Datei es sagt',
    'The day on which the activity began': 'der Tag, an dem die Tätigkeit begann',
    'The day on which this entry was last reviewed': 'der Tag, an dem dieser Eintrag zuletzt überprüft wurde',
    'one of the symbols': 'eines der Symbole',
    'a path with *, **, ?, {a,b} or [abc], such as dev/**': 'ein Pfad mit *, **, ?, {a,b} oder [abc], etwa dev/**',
    'a regular expression as Kafka takes, without look-behind or references':
      'ein regulärer Ausdruck, wie Kafka ihn annimmt, ohne Lookbehind und Rückverweise',
    'a time, or the event that it begins with': 'eine Frist oder das Ereignis, mit dem sie beginnt',
    'what the data is used for': 'wofür die Daten verwendet werden',
    'who receives the data': 'wer die Daten erhält',
    // Whom records come to
    'Relational database over JDBC': 'relationale Datenbank über JDBC',
    'Relational database (CDC)': 'relationale Datenbank (CDC)',
    'HTTP endpoint': 'HTTP-Endpunkt',
    'AWS regional API': 'regionale API von AWS',
    'cloud services': 'Cloud-Dienste',
    'Another Kafka cluster': 'ein anderer Kafka-Cluster',
    'Local file on the worker': 'lokale Datei auf dem Worker',
    'Mail server': 'Mailserver',
    'Generated test data': 'erzeugte Testdaten',
    Other: 'Sonstiges',
    'JMS broker': 'JMS-Broker',
    'MQTT broker': 'MQTT-Broker',
    'SFTP/FTP server': 'SFTP-/FTP-Server',
    'AWS service': 'AWS-Dienst',
    'Azure service': 'Azure-Dienst',
    'Google service': 'Google-Dienst',
    'AWS/Google/IBM AI service': 'KI-Dienst von AWS/Google/IBM',
    'a user': 'ein Benutzer',
    'a semicolon before it': 'davor ein Semikolon',
    // What takes the place of what is gone
    'KafkaConnect with spec.build': 'KafkaConnect mit spec.build',
    'node pools with the controller role': 'Knotenpools mit der Rolle controller',
    'template volumes': 'Volumes in template',
    'spec.target and mirrors[].source': 'spec.target und mirrors[].source',
    'a KafkaConnector': 'ein KafkaConnector',
    'a pool for each zone': 'ein Pool je Zone',
    'type custom': 'type custom',
    'type opentelemetry': 'type opentelemetry',
    'a KafkaNodePool': 'ein KafkaNodePool',
    // The law
    'Personal data is any information about an identified or identifiable person, an identifier, a location or an online identifier included.':
      'Personenbezogene Daten sind alle Informationen über eine identifizierte oder identifizierbare Person, auch Kennnummern, Standortdaten und Online-Kennungen.',
    'Processing is lawful only on one of six bases: consent, contract, legal obligation, vital interests, public task, legitimate interests.':
      'Eine Verarbeitung ist nur auf einer von sechs Grundlagen rechtmäßig: Einwilligung, Vertrag, rechtliche Verpflichtung, lebenswichtige Interessen, öffentliche Aufgabe, berechtigte Interessen.',
    'People have the right not to be subject to a decision based solely on automated processing, profiling included, that has legal or similarly significant effects on them; exceptions are listed.':
      'Betroffene Personen haben das Recht, keiner ausschließlich auf automatisierter Verarbeitung, einschließlich Profiling, beruhenden Entscheidung unterworfen zu werden, die ihnen gegenüber rechtliche Wirkung entfaltet oder sie ähnlich erheblich beeinträchtigt; die Ausnahmen sind aufgezählt.',
    'Joint controllers settle their duties in an arrangement between them, as far as the law does not settle them.':
      'Gemeinsam Verantwortliche regeln ihre Pflichten in einer Vereinbarung, soweit sie nicht durch Rechtsvorschriften festgelegt sind.',
    'Where an impact assessment indicates a high risk in the absence of measures that mitigate it, the supervisory authority is consulted before the processing.':
      'Geht aus einer Folgenabschätzung hervor, dass die Verarbeitung ein hohes Risiko zur Folge hätte, sofern keine Maßnahmen zur Eindämmung getroffen werden, wird vorab die Aufsichtsbehörde konsultiert.',
    'A data protection officer is designated where core activities consist of regular and systematic monitoring of people, or of processing data under Art. 9 or 10, on a large scale, and by public authorities.':
      'Ein Datenschutzbeauftragter ist zu benennen, wo die Kerntätigkeit in der umfangreichen regelmäßigen und systematischen Überwachung von Personen oder der umfangreichen Verarbeitung von Daten nach Art. 9 oder 10 besteht, sowie von Behörden.',
    'Financial entities keep a register of information on all contractual arrangements for ICT services of third parties.':
      'Finanzunternehmen führen ein Informationsregister über alle vertraglichen Vereinbarungen mit IKT-Drittdienstleistern.',
    'Before financial entities contract for ICT services that support critical or important functions, they assess the risk of concentration, subcontractors and providers in third countries included.':
      'Bevor Finanzunternehmen Verträge über IKT-Dienstleistungen zur Unterstützung kritischer oder wichtiger Funktionen schließen, bewerten sie das Konzentrationsrisiko, auch im Hinblick auf Unterauftragnehmer und Anbieter in Drittländern.',
    'Contracts of financial entities on ICT services name the regions or countries where services are provided and data is processed and stored, and oblige the provider to announce a change of them.':
      'Verträge von Finanzunternehmen über IKT-Dienstleistungen nennen die Regionen oder Länder, in denen Dienstleistungen erbracht und Daten verarbeitet und gespeichert werden, und verpflichten den Anbieter, Änderungen vorab anzuzeigen.',
    'Under the laws of the Member States, essential and important entities take measures to manage the risks of their systems, the supply chain included.':
      'Nach dem Recht der Mitgliedstaaten ergreifen wesentliche und wichtige Einrichtungen Maßnahmen, um die Risiken ihrer Systeme zu beherrschen, auch in der Lieferkette.',
    'Providers of data processing services take measures against access of third-country authorities to non-personal data held in the Union that would conflict with Union law or the law of a Member State.':
      'Anbieter von Datenverarbeitungsdiensten treffen Maßnahmen gegen einen Zugang von Behörden aus Drittländern zu in der Union gespeicherten nicht personenbezogenen Daten, der dem Unionsrecht oder dem Recht eines Mitgliedstaats widerspräche.',
    'Where public or national security organs need data to safeguard national security or to investigate crimes, they follow strict approval procedures, and the organisations and individuals concerned cooperate.':
      'Benötigen Organe der öffentlichen oder der nationalen Sicherheit Daten zur Wahrung der nationalen Sicherheit oder zur Ermittlung von Straftaten, so gilt ein strenges Genehmigungsverfahren, und betroffene Organisationen und Personen haben mitzuwirken.',
    'Organisations and citizens support, assist and cooperate with state intelligence work in accordance with the law.':
      'Organisationen und Bürger unterstützen die staatliche Nachrichtendienstarbeit nach Maßgabe des Gesetzes und wirken daran mit.',
    'A study made for the EDPB, whose opinion it is not, describes the law and practice of access of authorities in China, India and Russia to personal data that companies hold.':
      'Eine für den EDSA erstellte Studie, die nicht dessen Meinung wiedergibt, beschreibt Recht und Praxis des Zugangs von Behörden in China, Indien und Russland zu personenbezogenen Daten, die Unternehmen verarbeiten.',
    'the measure itself, such as encryption with an own key':
      'die Maßnahme selbst, etwa Verschlüsselung mit eigenem Schlüssel',
    'a point of Art. 6(1)': 'ein Buchstabe des Art. 6 Abs. 1 DSGVO',
    'a point of Art. 9(2), or the law that Art. 10 asks for':
      'ein Buchstabe des Art. 9 Abs. 2 DSGVO oder das Recht, das Art. 10 DSGVO verlangt',
    'from whom or from which source the data comes': 'von wem oder aus welcher Quelle die Daten stammen',
    'where the assessment is found, or why none is needed':
      'wo die Folgenabschätzung zu finden ist oder warum keine nötig ist',
    'the logic of the decision and what follows from it': 'die Logik der Entscheidung und ihre Folgen',
    'Only what the purpose needs may be processed.': 'Verarbeitet werden darf nur, was für den Zweck notwendig ist.',
    'Data may be kept in identifiable form no longer than the purpose needs; longer only for archiving, research and statistics under Art. 89(1).':
      'In identifizierbarer Form dürfen Daten nur so lange gespeichert werden, wie es der Zweck erfordert; länger nur für Archiv-, Forschungs- und statistische Zwecke nach Art. 89 Abs. 1.',
    'Data is to be secured against unlawful access, loss and damage.':
      'Daten sind vor unrechtmäßigem Zugriff, Verlust und Schädigung zu schützen.',
    'The controller must be able to show that it complies.':
      'Der Verantwortliche muss die Einhaltung nachweisen können.',
    'Genetic data, biometric data that identifies, and data on health, racial or ethnic origin, political opinions, religious or philosophical beliefs, trade union membership, sex life and sexual orientation may only be processed where a listed exception applies.':
      'Genetische Daten, biometrische Daten zur Identifizierung und Daten über Gesundheit, rassische und ethnische Herkunft, politische Meinungen, religiöse oder weltanschauliche Überzeugungen, Gewerkschaftszugehörigkeit, Sexualleben und sexuelle Orientierung dürfen nur verarbeitet werden, wenn eine der genannten Ausnahmen greift.',
    'Data on criminal convictions and offences may only be processed under the control of official authority or where Union or Member State law with safeguards authorises it.':
      'Daten über strafrechtliche Verurteilungen und Straftaten dürfen nur unter behördlicher Aufsicht verarbeitet werden oder wenn es nach dem Unionsrecht oder dem Recht der Mitgliedstaaten, das geeignete Garantien vorsieht, zulässig ist.',
    'People can have their data erased without undue delay in listed cases, such as when the purpose no longer needs it.':
      'In den genannten Fällen können Betroffene die unverzügliche Löschung ihrer Daten verlangen, etwa wenn der Zweck sie nicht mehr erfordert.',
    'Protection and minimisation are to be built in, by design and by default.':
      'Datenschutz und Datenminimierung sind durch Technikgestaltung und Voreinstellungen zu verwirklichen.',
    'A processor must give sufficient guarantees, under a written contract or other legal act with listed content.':
      'Ein Auftragsverarbeiter muss hinreichende Garantien bieten, auf der Grundlage eines schriftlichen Vertrags oder eines anderen Rechtsinstruments mit vorgeschriebenem Inhalt.',
    'Controllers and processors keep a record of their processing activities; paragraph 5 exempts small organisations in narrow cases.':
      'Verantwortliche und Auftragsverarbeiter führen ein Verzeichnis ihrer Verarbeitungstätigkeiten; Absatz 5 nimmt kleine Einrichtungen in engen Fällen aus.',
    'Security is to fit the risk: encryption, confidentiality, integrity, availability, resilience, restoring in time.':
      'Die Sicherheit muss dem Risiko entsprechen: Verschlüsselung, Vertraulichkeit, Integrität, Verfügbarkeit, Belastbarkeit, rasche Wiederherstellung.',
    'A breach is notified to the supervisory authority without undue delay, where feasible within 72 hours of becoming known, unless a risk to people is unlikely.':
      'Eine Verletzung wird der Aufsichtsbehörde unverzüglich und möglichst binnen 72 Stunden nach Bekanntwerden gemeldet, es sei denn, sie führt voraussichtlich nicht zu einem Risiko für Personen.',
    'Where a processing is likely to result in a high risk, its impact is assessed before it begins.':
      'Hat eine Verarbeitung voraussichtlich ein hohes Risiko zur Folge, sind ihre Folgen vorab abzuschätzen.',
    'A transfer to a third country is only lawful under Chapter V, onward transfers included.':
      'Eine Übermittlung in ein Drittland ist nur nach Kapitel V zulässig, Weiterübermittlungen eingeschlossen.',
    'Where the Commission has found the level of protection adequate, a transfer needs no specific authorisation.':
      'Wo die Kommission ein angemessenes Schutzniveau festgestellt hat, braucht eine Übermittlung keine besondere Genehmigung.',
    'Elsewhere a transfer needs safeguards with enforceable rights, such as standard contractual clauses or binding corporate rules.':
      'Sonst braucht eine Übermittlung Garantien mit durchsetzbaren Rechten, etwa Standarddatenschutzklauseln oder verbindliche interne Datenschutzvorschriften.',
    'An order of a foreign court or authority may be recognised or enforced only on the basis of an international agreement, without prejudice to other grounds for transfer under Chapter V.':
      'Das Urteil oder die Anordnung eines ausländischen Gerichts oder einer ausländischen Behörde darf nur aufgrund einer internationalen Übereinkunft anerkannt oder vollstreckt werden, unbeschadet anderer Gründe für die Übermittlung nach Kapitel V.',
    'Exceptions for specific situations, to be read restrictively: as a rule none carries a continuous stream.':
      'Ausnahmen für bestimmte Fälle, eng auszulegen: einen fortlaufenden Datenstrom trägt in der Regel keine.',
    'Member States may set conditions for the processing of national identification numbers.':
      'Die Mitgliedstaaten können näher bestimmen, unter welchen Bedingungen nationale Kennziffern verarbeitet werden dürfen.',
    'On valid legal process, a provider of communication or remote computing services under United States jurisdiction must disclose data in its possession, custody or control, wherever it is stored.':
      'Aufgrund einer gültigen Anordnung muss ein Anbieter von Kommunikations- oder Datenverarbeitungsdiensten unter der Gerichtsbarkeit der Vereinigten Staaten Daten in seinem Besitz, Gewahrsam oder seiner Kontrolle herausgeben, wo immer sie gespeichert sind.',
    'While authorised, it lets the United States direct providers of electronic communication services to assist in surveillance of people who are reasonably believed to be outside the United States and no US persons. Its authorisation is reported to have lapsed on 2026-06-12, with certifications that run into 2027: whether it has been renewed is to be checked.':
      'Solange die Ermächtigung gilt, können die Vereinigten Staaten Anbieter elektronischer Kommunikationsdienste anweisen, an der Überwachung von Personen mitzuwirken, von denen vernünftigerweise anzunehmen ist, dass sie sich außerhalb der Vereinigten Staaten befinden und keine US-Personen sind. Die Ermächtigung ist Berichten zufolge am 12.06.2026 ausgelaufen; erteilte Zertifizierungen reichen bis 2027: ob sie erneuert wurde, ist zu prüfen.',
    // Decisions of adequacy: what they are and whom they cover
    'Commission Implementing Decision (EU) 2021/1772, extended in June 2025 to 2025-12-27, renewed by C(2025) 8771 final of 2025-12-19':
      'Durchführungsbeschluss (EU) 2021/1772 der Kommission, im Juni 2025 bis 27.12.2025 verlängert, erneuert durch C(2025) 8771 final vom 19.12.2025',
    Andorra: 'Andorra',
    Argentina: 'Argentinien',
    'Controllers and processors in Brazil that are subject to the LGPD (not purely public-security / defence processing)':
      'Verantwortliche und Auftragsverarbeiter in Brasilien, die der LGPD unterliegen (nicht die Verarbeitung allein für öffentliche Sicherheit oder Verteidigung)',
    'For senders in Iceland, Liechtenstein and Norway: not yet part of the EEA Agreement on 2026-05-06.':
      'Für Übermittelnde in Island, Liechtenstein und Norwegen: am 06.05.2026 noch nicht Teil des EWR-Abkommens.',
    'Only recipients subject to PIPEDA (commercial organisations). Public bodies and much provincial/employee data fall outside':
      'Nur Empfänger, die dem PIPEDA unterliegen (kommerzielle Organisationen). Öffentliche Stellen und viele Daten der Provinzen und von Beschäftigten fallen nicht darunter',
    'Faroe Islands': 'Färöer',
    Guernsey: 'Guernsey',
    'State of Israel; Art. 1(1): automated international transfers (or data further processed by automated means in Israel). Territory as defined by international law: not the occupied territories':
      'Staat Israel; Art. 1 Abs. 1: automatisierte internationale Übermittlungen (oder Daten, die in Israel automatisiert weiterverarbeitet werden). Staatsgebiet im Sinne des Völkerrechts: nicht die besetzten Gebiete',
    'Isle of Man': 'Insel Man',
    Jersey: 'Jersey',
    'Business operators under the APPI plus the Supplementary Rules (Annex I); press, universities, religious and political bodies carved out for certain purposes':
      'Unternehmen, die dem APPI und den ergänzenden Vorschriften (Anhang I) unterliegen; Presse, Hochschulen, religiöse und politische Einrichtungen sind für bestimmte Zwecke ausgenommen',
    'Republic of Korea, PIPA plus supplementary notification; Art. 1 of the decision leaves recipients out, such as religious bodies and political parties, and is to be read before credit information is sent':
      'Republik Korea, PIPA und ergänzende Bekanntmachung; Art. 1 des Beschlusses nimmt Empfänger aus, etwa religiöse Einrichtungen und politische Parteien, und ist vor der Übermittlung von Kreditinformationen zu lesen',
    'New Zealand (not Tokelau)': 'Neuseeland (ohne Tokelau)',
    Switzerland: 'Schweiz',
    Uruguay: 'Uruguay',
    'United Kingdom (GDPR decision; a parallel LED decision exists, C(2025) 8782 final). The renewal removed the immigration-control carve-out (old Art. 1(2))':
      'Vereinigtes Königreich (Beschluss nach der DSGVO; daneben besteht ein Beschluss nach der Richtlinie (EU) 2016/680, C(2025) 8782 final). Mit der Erneuerung entfiel die Ausnahme für die Einwanderungskontrolle (früherer Art. 1 Abs. 2)',
    'Gibraltar is not covered.': 'Gibraltar ist nicht erfasst.',
    'Only US organisations that are active on the DPF List (dataprivacyframework.gov/list), only for the certified data type (HR / non-HR), and only the certified entities':
      'Nur US-Organisationen, die in der DPF-Liste aktiv geführt werden (dataprivacyframework.gov/list), nur für die zertifizierte Datenart (HR / non-HR) und nur die zertifizierten Einheiten',
    'An action against it was dismissed (T-553/23); the appeal C-703/25 P is pending. The decision is still in force; on 2026-06-29 the independence of the FTC, on which it rests, fell (Trump v. Slaughter).':
      'Eine Klage dagegen wurde abgewiesen (T-553/23); das Rechtsmittel C-703/25 P ist anhängig. Der Beschluss ist weiterhin in Kraft; am 29.06.2026 entfiel die Unabhängigkeit der FTC, auf der er beruht (Trump v. Slaughter).',
    'European Patent Organisation: first decision for an international organisation':
      'Europäische Patentorganisation: erster Beschluss zu einer internationalen Organisation',
    'An organisation, not a country.': 'Eine Organisation, kein Land.',
  }),
)
