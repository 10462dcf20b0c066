import { plural } from '../plural.ts'
import type { Language } from '../message.ts'

/** Was die Dateien eines umziehenden Clusters nicht sagen, und das Dokument, das durch den Umzug führt. */
export const migration: Pick<Language, 'ask' | 'moved' | 'move'> = {
  ask: {
    namespace: 'Kubernetes-Namespace des neuen Clusters',
    bootstrap: ({ cluster }) =>
      `Bootstrap-Adresse von ${cluster}, wie der neue Cluster sie erreicht (MSK: \`aws kafka get-bootstrap-brokers\`)`,
    sourceUser: ({ cluster }) => `SCRAM-Benutzer, mit dem sich die Migration an ${cluster} anmeldet`,
    sourceAuthentication: ({ cluster }) =>
      `Wie melden sich Programme an ${cluster} an? Keine Datei sagt es. \`authentication\` in 4-mirror.yaml und 7-way-back.yaml ergänzen.`,
    storageSize: ({ cluster }) =>
      `Speicherplatz je Broker, etwa 500Gi (MSK: die Volume-Größe von ${cluster} und die Metrik \`KafkaDataLogsDiskUsed\`)`,
    storageClass: 'StorageClass für die Platten der Broker; sie entscheidet, wo die Daten liegen',
    brokerSettings: ({ cluster }) =>
      `Die Broker-Einstellungen von ${cluster} stehen in keiner Datei (MSK: \`aws kafka describe-configuration-revision\`). Welche davon braucht der neue Cluster?`,
    brokerSetting: ({ key }) => `Wert der Broker-Einstellung ${key}; ein anderes Werkzeug setzt ihn ein`,
    brokers: ({ count }) => `Die Zahl der Broker steht in keiner Datei; erzeugt werden ${count}. Tragen sie die Last?`,
    outsideClients:
      'Nutzen Programme außerhalb von Kubernetes den Cluster? Dann einen weiteren Listener (`route`, `loadbalancer`, `nodeport` oder `ingress`) mit TLS und Authentifizierung anlegen.',
    zones:
      'Liegen die Knoten von Kubernetes in mehreren Zonen? Dann `spec.kafka.rack.topologyKey` setzen, damit sich die Replikate einer Partition auf sie verteilen.',
    openTopics: ({ topics }) =>
      `Für ${topics.join(', ')} ist kein Recht bekannt. Der alte Cluster lässt womöglich alle an ein Topic, das in keiner Zugriffsliste steht (\`allow.everyone.if.no.acl.found\`, Vorgabe von MSK); der neue niemanden. Wer nutzt sie?`,
    partitions: ({ topic }) =>
      `Zahl der Partitionen von Topic ${topic}; weder sie noch eigene Einstellungen des Topics stehen in einer Datei (\`kafka-topics.sh --describe --topic ${topic}\`)`,
    topicSetting: ({ topic, key }) => `Wert von ${key} an Topic ${topic}; ein anderes Werkzeug setzt ihn ein`,
    topicSettings: ({ topic }) => `Was stellt Topic ${topic} selbst ein? Keine Datei zeigt es.`,
    noCounterpart: ({ topic, key, value }) =>
      `Topic ${topic} setzt ${key}=${value}; im neuen Cluster gibt es dafür keine Entsprechung. Was tritt an die Stelle?`,
    groupsUnseen:
      'Erzeugt sind nur die Gruppen, die Dateien nennen. Die Ausgabe von `kafka-consumer-groups.sh --describe --all-groups` neben den Dateien ablegen und neu erzeugen: Eine Gruppe, die fehlt, beginnt ohne Offsets.',
    groupUnlisted: ({ group }) =>
      `Gruppe ${group} hat ein Komma im Namen, das die Listen von MirrorMaker trennt. Ihre Offsets sind von Hand zu setzen.`,
    groupOfService: ({ connector }) =>
      `Confluent Cloud liest für den Sink ${connector} mit einer eigenen Gruppe, connect-lcc-..., und nicht mit connect-${connector}: Wo sie steht, zeigt nichts. Die Offsets von connect-${connector} sind aus dieser Gruppe zu setzen, bevor der Sink startet; ohne sie beginnt er, wo seine Consumer beginnen sollen.`,
    right: ({ principal, type, resource, action }) =>
      `${principal} hat an ${type} ${resource} ein Recht, das Zugriffslisten von Kafka nicht ausdrücken${action === '' ? '' : ` (${action})`}. Was tritt an die Stelle?`,
    everybody: ({ type, resource, operation }) =>
      `An ${type} ${resource} haben alle das Recht ${operation}; Strimzi gibt Rechte nur benannten Benutzern. Welche brauchen es?`,
    image: ({ classes }) =>
      `Image für Kafka Connect auf Grundlage dessen von Strimzi, mit den Plug-ins für ${classes.join(', ')}`,
    mirrorImage:
      'Image für Kafka auf Grundlage dessen von Strimzi, mit aws-msk-iam-auth im Klassenpfad: Der alte Cluster verlangt IAM',
    workerSetting: ({ connector, key }) =>
      `Wert von ${key} für Konnektor ${connector}; die Einstellungen seiner jetzigen Worker stehen in keiner Datei`,
    connectorClass: ({ connector }) => `Klasse von Konnektor ${connector}; ein anderes Werkzeug setzt sie ein`,
    connectorSetting: ({ connector, key }) => `Wert von ${key} an Konnektor ${connector} am neuen Cluster`,
    sourceOffsets: ({ connector }) =>
      `Quelle ${connector} führt ihren Stand in einem Topic ihrer jetzigen Worker, das nicht umzieht. Setzt sie an einer von Ihnen gesetzten Stelle fort (\`spec.alterOffsets\`), oder liest sie ihre Quelle erneut, mit doppelten Records?`,
    unmovedTopics: ({ connector }) =>
      `Konnektor ${connector} nennt kein lesbares Topic. Welche Rechte brauchen die Connect-Worker für ihn?`,
    subject: ({ schema }) => `Subject, unter dem das Schema ${schema} registriert wird`,
    flow: ({ flow, cluster }) =>
      `Replikation ${flow} führt von oder zu ${cluster} und wird nicht erzeugt. Welche Replikation des neuen Clusters tritt an ihre Stelle, und ab wann?`,
    unclear: ({ kind, name }) =>
      `Gehört ${kind} ${name} zu diesem Cluster? Die Dateien sagen es nicht; dafür ist nichts erzeugt.`,
    finding: ({ finding, code, was }) => `${finding} (${code}). Bisher: \`${was}\`.`,
    withheld: ({ finding, code, resource }) => `${resource} ist nicht erzeugt: ${finding} (${code})`,
  },
  moved: {
    topic: 'Topic',
    group: 'Consumer-Gruppe',
    right: 'Recht',
    connector: 'Konnektor',
    schema: 'Schema',
  },
  move: {
    title: ({ cluster }) => `Umzug von ${cluster} zu Strimzi`,
    introduction: ({ cluster, target }) =>
      `Erzeugt aus den Dateien der Plattform. *Alt* ist der verwaltete Cluster ${cluster}, *neu* der Cluster \`${target}\` von Strimzi. MirrorMaker 2 kopiert Topics und die Offsets der Gruppen unter denselben Namen; zuerst wechseln die Consumer, dann die Producer. Bis zum letzten Schritt führt ein Weg zurück.`,
    inventory: 'Was umzieht',
    topics: 'Topics',
    users: 'Benutzer',
    connectors: 'Konnektoren',
    counts: n =>
      [
        plural(n.topics, 'Topic', 'Topics'),
        plural(n.groups, 'Consumer-Gruppe', 'Consumer-Gruppen'),
        `${plural(n.rights, 'Recht', 'Rechte')} von ${n.users} ${n.users === 1 ? 'Benutzer' : 'Benutzern'}`,
        plural(n.connectors, 'Konnektor', 'Konnektoren'),
        plural(n.schemas, 'Schema', 'Schemas'),
      ].join(', '),
    topic: 'Topic',
    partitions: 'Partitionen',
    retention: 'Aufbewahrung',
    personalData: 'Personenbezogene Daten',
    none: 'nicht ersichtlich',
    asked: 'gefragt',
    user: 'Benutzer',
    was: 'Bisher',
    authentication: 'Authentifizierung',
    policy: ({ name }) => `IAM-Policy ${name}: Programme mit ihr bekommen diesen Benutzer`,
    connector: 'Konnektor',
    class: 'Klasse',
    groups: 'Consumer-Gruppen',
    schemas: 'Schemata',
    changes: 'Was sich ändert',
    changed: ({ topic, key, was, is }) => `Topic ${topic}: \`${key}\` war ${was}, ist ${is}`,
    dropped: ({ topic, key, was }) =>
      `Topic ${topic}: \`${key}\` (${was}) entfällt; es gilt der Wert des Clusters, oder Kafka 4 kennt die Einstellung nicht mehr`,
    left: 'Was zurückbleibt',
    internal: ({ names }) => `Interne Topics, die jeder Cluster und jeder Worker für sich anlegt: ${names.join(', ')}`,
    brokerRights: ({ count }) => `${plural(count, 'Recht', 'Rechte')} der alten Broker selbst`,
    questions: 'Fragen',
    questionsIntroduction: ({ open, decisions }) =>
      `Was die Dateien nicht sagen, wird nicht geraten. Vor Schritt 1 einzutragen: ${plural(open, 'Wert', 'Werte')} in \`answers.env\`. Von Ihnen zu entscheiden: ${plural(decisions, 'Frage', 'Fragen')} ohne Variable.`,
    question: 'Frage',
    variable: 'Variable',
    places: 'Fundstelle',
    decision: 'Entscheidung',
    record: 'Das Verzeichnis vorher und nachher',
    recordIntroduction:
      'Art. 30 DSGVO. Was endet, endet erst mit dem letzten Schritt; bis dahin liegen die Daten auch im alten Cluster.',
    party: 'Empfänger oder Übermittlung',
    compacted: 'letzter Record je Schlüssel',
    after: 'Nachher',
    stopThere: ({ connector }) => `# ${connector} bei seinen jetzigen Workern anhalten`,
    ends: 'endet mit dem letzten Schritt',
    stays: 'bleibt: der Umzug berührt es nicht',
    machines:
      'Anbieter der Maschinen und des Speichers: anzugeben. Auf eigener Hardware gibt es keinen Auftragsverarbeiter; in einer Cloud ist ihr Anbieter einer (Art. 28), und die Übermittlung ist neu zu prüfen.',
    check: 'Prüfung',
    back: 'Rückweg',
    steps: 'Schritte',
    prepare: 'Vorbereiten',
    prepareText: ({ target }) =>
      `Nötig sind: Kubernetes mit dem Cluster Operator von Strimzi (API \`kafka.strimzi.io/v1\`), \`kubectl\`, \`jq\`, \`envsubst\`, die Kommandozeilenwerkzeuge von Kafka, ein Rechner, der beide Cluster erreicht, und zwei Client-Konfigurationen: \`managed.properties\` für den Benutzer der Migration am alten Cluster, \`own.properties\` für ihren Benutzer am neuen (\`${target}-mirror\`, sein Zertifikat liegt im gleichnamigen Secret). Der Benutzer der Migration darf am alten Cluster alle Topics lesen und alle Gruppen beschreiben; für Heartbeats und den Rückweg darf er dort auch schreiben. \`answers.env\` ausfüllen, die Entscheidungen treffen, dann:`,
    prepareCheck:
      'Der erste Befehl gibt nichts aus; der zweite nimmt jede Datei an. In den folgenden Prüfungen heißt `FAILED`, dass ein Cluster nicht gelesen werden konnte; das belegt nichts.',
    prepareBack: 'Noch ist nichts verändert.',
    cluster: 'Den neuen Cluster starten',
    clusterText: 'Drei Controller, die Broker, TLS für alle, Zugriffslisten.',
    clusterCheck: 'Der Cluster ist `Ready`.',
    clusterBack: 'Den Cluster löschen. Der alte ist unberührt.',
    usersTopics: 'Benutzer und Topics',
    usersTopicsText:
      'Topics werden angelegt, bevor kopiert wird, damit MirrorMaker sie mit ihren Einstellungen vorfindet. Die Liste ab jetzt einfrieren: Ein Topic oder eine Gruppe, die danach entsteht, wird nicht kopiert; vergleichen und neu erzeugen.',
    usersTopicsCheck: 'Alle Benutzer und Topics sind `Ready`; der alte Cluster hat kein Topic, das hier fehlt.',
    usersTopicsBack: 'Löschen. Noch nutzt sie kein Programm.',
    mirror: 'Kopieren beginnen',
    mirrorText:
      'Das Secret enthält, womit sich die Migration am alten Cluster anmeldet. Die Offsets der Kopien liegen im neuen Cluster; in den alten gelangen nur Heartbeats. Zuerst starten die Checkpoints, danach das Kopieren: Was davor kopiert wurde, können sie nicht übersetzen.',
    mirrorCheck:
      'Alle Konnektoren laufen, `heartbeats` wächst im neuen Cluster, der Rückstand sinkt und bleibt klein. So lange warten. Offsets einer Gruppe erscheinen nach ihrem ersten Checkpoint, innerhalb von zwei Minuten; eine Gruppe, die nie committet hat, hat keine.',
    mirrorBack: 'Die Replikation löschen. Topics des neuen Clusters lassen sich leeren und erneut kopieren.',
    registry: 'Registry',
    registryText: 'Alle Versionen werden in ihrer Reihenfolge registriert. Noch nutzt sie niemand.',
    registryGlue:
      'Die IDs sind neu: Glue zählt Versionen mit UUIDs, die vor jedem Record stehen. Kopierte Records behalten sie. Bis der letzte von ihnen abgelaufen ist, lesen Consumer beides: alte Records mit dem Deserializer von Glue, neue mit dem der neuen Registry; Producer schreiben erst mit dem neuen, wenn alle Consumer so weit sind. Aus kompaktierten Topics verschwinden solche Records erst, wenn jeder Schlüssel neu geschrieben ist.',
    registryCheck: 'Jedes Subject hat so viele Versionen wie zuvor, mit demselben Inhalt.',
    registryBack: 'Noch nutzt sie niemand: löschen.',
    connect: 'Connect, alle Konnektoren angehalten',
    connectText:
      'Die Secrets anlegen, auf die die Konnektoren verweisen, dann die Worker starten. Jeder Konnektor ist als `stopped` deklariert: Zwei laufende würden doppelt schreiben.',
    connectCheck: 'Die Worker sind `Ready`, jeder Konnektor meldet STOPPED und nicht FAILED.',
    connectBack: 'Löschen.',
    secretsNeeded: 'Anzulegende Secrets',
    consumers: 'Consumer umstellen, Gruppe für Gruppe',
    consumersText:
      'Producer schreiben weiter in den alten Cluster. Für jede Gruppe: alle Mitglieder anhalten, zwei Checkpoints abwarten, prüfen, mit neuer Adresse und neuem Benutzer starten. MirrorMaker schreibt Offsets nur in Gruppen ohne Mitglieder. Übersetzte Offsets liegen am committeten Stand oder davor, nie dahinter: Manche Records kommen doppelt, keiner geht verloren. Consumer, die keinen Record zweimal sehen dürfen, müssen ihn am Schlüssel erkennen. Offsets folgen einer Gruppe nur unter ihrem Namen. Programme, die lesen und schreiben, etwa Kafka Streams, ziehen mit den Producern um: Was sie hier schreiben, liest am alten Cluster niemand.',
    consumersCheck:
      '`ready` gibt nichts aus: Zu jeder Partition, aus der die Gruppe etwas gelesen hat, gibt es im neuen Cluster einen Offset. Gibt es eine aus, so steht die Gruppe vor der Stelle, an der die Checkpoints zuletzt begonnen haben: sie am alten Cluster weiterlesen lassen, bis ihr Offset erscheint. Wo die Gruppe nichts gelesen hat, wird kein Offset übersetzt, und `auto.offset.reset=latest` würde Records überspringen: `unread` setzt sie auf den Anfang.',
    consumersBack:
      'Die Gruppe anhalten und am alten Cluster starten: Sie setzt dort fort, wo sie aufgehört hat, und liest erneut, was sie seither gelesen hat.',
    sinks: 'Sinks umstellen',
    sinksText:
      'Ein Sink liest als Gruppe (`connect-NAME`) und zieht um wie eine. Dort anhalten; MSK Connect kann einen Konnektor nicht anhalten: löschen, die Deklaration behalten. Dann seine Gruppe prüfen wie oben und ihn hier starten.',
    sinksCheck: 'Konnektor und Tasks melden RUNNING, der Rückstand sinkt.',
    sinksBack: 'Hier anhalten, dort aus der Deklaration neu anlegen; seine Gruppe hat dort noch ihre Offsets.',
    producers: 'Producer umstellen',
    producersText:
      'Die einzige Unterbrechung. Alle Producer und Quellen am alten Cluster anhalten. Ist alles kopiert, die Replikation anhalten, den Stand des neuen Clusters festhalten und die Producer dort starten. Die Replikation endet, bevor der Rückweg öffnet: Bei gleichen Namen würden zwei offene Richtungen im Kreis kopieren. Wo GitOps die Ressourcen anwendet, `state` in den Dateien ändern, statt zu patchen.',
    producersCheck:
      '`drained` gibt nichts aus: Jede Partition ist bis zu ihrem Ende kopiert. Wo eine Partition mit einer Transaktion endet, werden deren Marke und was sie zurückgenommen hat nicht kopiert, und die Partition bleibt in der Liste: mit einem Consumer, der nur bestätigte Records liest (`isolation.level=read_committed`), sicherstellen, dass hinter dem kopierten Offset nichts mehr kommt.',
    producersBack:
      'Bevor die Producer hier starten: die Replikation wieder starten, die Producer am alten Cluster starten.',
    between: 'Den Rückweg öffnen',
    betweenText:
      'Die Replikation zurück beginnt an den festgehaltenen Offsets, damit der alte Cluster erhält, was neu ist, und nichts doppelt. Quellen starten jetzt, sobald ihr Stand gesetzt ist.',
    betweenCheck:
      'Die Replikation zurück läuft; was Producer schreiben, kommt am alten Cluster an, und `counts` wächst auf beiden gleich.',
    betweenBack:
      'Die Producer hier anhalten, warten, bis `drained_back` nichts ausgibt, die Replikation zurück anhalten, Producer und Consumer am alten Cluster starten. Die Offsets der Gruppen sind mitgekommen.',
    last: 'Zuletzt',
    lastText:
      'Wenn niemand mehr zurück wollte (ein voller Geschäftszyklus, mindestens der längste Abstand zwischen zwei Läufen eines Consumers). In dieser Reihenfolge:',
    lastItems: ({ cluster, target }) =>
      [
        `Die Replikation zurück und die Heartbeats; dann Benutzer \`${target}-mirror\`, der in alle Topics schreiben darf, und das Secret der Migration.`,
        'Die übrigen Konnektoren von MSK Connect, ihre Rollen, ihre Protokolle.',
        `Die Broker von \`${cluster}\`: Die Daten darauf werden gelöscht (Art. 5 Abs. 1 Buchst. e); das Datum festhalten.`,
        'Protokolle und Metriken der Broker (CloudWatch, Buckets, Streams) mit eigener Aufbewahrung; darin stehen Namen von Topics und Gruppen.',
        'IAM-Policies, Rollen, Secrets `AmazonMSK_*`, Security Groups, private Endpunkte, DNS-Namen.',
        'Die Schema-Registry von Glue: erst, wenn kein Record mehr auf sie verweist (längste Aufbewahrung seit der Umstellung der Producer; kompaktierte Topics neu geschrieben).',
        'Der KMS-Schlüssel, zuletzt: zuvor alles, was er schützt, auch Sicherungen.',
        'Das Verzeichnis: fortschreiben, ebenso den Vertrag mit dem Auftragsverarbeiter.',
      ].join('\n'),
    lastCheck:
      'Nichts verbindet sich mehr mit dem alten Cluster: Seine Metrik `ClientConnectionCount` ist null, die Replikation ausgenommen.',
    lastBack: 'Ab dem Löschen der Broker gibt es keinen.',
    rehearsal:
      'Kopieren, beide Wechsel und der Rückweg wurden auf echten Kafka-Brokern auf einem Rechner geprobt, ohne TLS, Konten, Rechte, Connectors und Registry; dort ging kein Datensatz verloren. Proben Sie sie vorher auf einem Testcluster mit Ihren eigenen Einstellungen, diese eingeschlossen.',
    written: ({ folder, files, questions }) =>
      `${plural(files, 'Datei', 'Dateien')} nach ${folder} geschrieben; ${plural(questions, 'Frage', 'Fragen')} in MIGRATION.md und answers.env\n`,
    answersHead: 'Antworten auf das, was die Dateien nicht sagen. NAME=Wert; siehe die Fragen in MIGRATION.md.',
  },
}
