import { plural } from '../plural.ts'
import type { commands as english } from '../en/commands.ts'
import type { Like } from '../message.ts'

const exitStatus = `Exit-Status
  0  nichts auf der Stufe von --fail-on; das Verzeichnis ist aktuell
  1  Befunde auf dieser Stufe; das Verzeichnis ist nicht aktuell
  2  ungültige Argumente, ein nicht lesbarer Pfad, eine ungültige Konfiguration oder ein interner Fehler
`

/** The command line. */
export const commands: Like<typeof english> = {
  mcp: {
    findings:
      'Was in Kafka-Konfiguration und Schemas dieses Ordners gefunden wird: personenbezogene Daten, Übermittlungen außerhalb des EWR, Ausfallsicherheit, Transport, Geheimnisse. path: nur Dateien, deren Pfad es enthält; code: nur diese Regel; level: mindestens so schwer (sonst information).',
    record:
      'Das Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO), wie es die Dateien belegen, in Markdown; jeder Wert sagt, woher er bekannt ist. activity: nur die Tätigkeit dieses Namens.',
    flow: 'Woher die Datensätze der Topics kommen und wohin sie gehen, Land für Land, als Mermaid-Diagramm. topic: nur was in dieses Topic oder diesen Sink hinein- und herausfließt.',
    explain: 'Die Seite einer Regel: warum sie zählt, das Recht, was zu tun ist. code: etwa KR301.',
    noActivity: ({ activity, known }) => `Keine Tätigkeit heißt ${activity}. Bekannt sind: ${known.join(', ')}`,
    noTopic: ({ topic }) => `Nichts heißt ${topic}.`,
    noRule: ({ code }) => `Keine Regel hat den Code ${code}.`,
  },
  cli: {
    help: ({
      version,
    }) => `Kafka Review ${version}: prüft Kafka-Konfiguration und Schemata und schreibt das Verzeichnis von Verarbeitungstätigkeiten nach Art. 30 DSGVO.

kafka-review check PFAD...   Befunde in den Dateien unter den Pfaden
kafka-review diff BASIS...     was eine Änderung bedeutet: für Daten, Empfänger, Plattform und Verzeichnis
kafka-review record PFAD...  das Verzeichnis von Verarbeitungstätigkeiten
kafka-review flow PFAD...    die Karte des Datenflusses: woher Records kommen und wohin sie gehen
kafka-review scorecard PFAD... wo Records, Metadaten, Verwaltung und Wiederherstellung jedes Clusters liegen
kafka-review facts PFAD...   was ein Repository sagt, ohne seine Texte, um es mit --facts mit anderen zu verbinden
kafka-review migrate PFAD... der Weg aus einem verwalteten Cluster: Ressourcen von Strimzi und MIGRATION.md
kafka-review mcp [PFAD...]   nur lesende Werkzeuge für Assistenten über Standardein- und -ausgabe (MCP)
kafka-review lsp --stdio     der Language Server, für jeden Editor

kafka-review BEFEHL --help zeigt die Optionen eines Befehls.

--lang en|de|fr              die Sprache aller Texte (Standard: die des Systems nach LC_ALL, LC_MESSAGES oder LANG;
                             bei einem Verzeichnis zum Vergleich dessen eigene)

${exitStatus}`,
    helpCheck: `kafka-review check PFAD...   Befunde in den Dateien unter den Pfaden

Was ausgegeben wird
  --format FORMAT            text (Standard), json, sarif, github (Annotationen), gitlab (Codequalität), junit, checkstyle
  --level STUFE              niedrigste Stufe, die ausgegeben wird: hint, information, warning, error (text: information, sonst hint)
  --explain                  text: auch die Zeile, die Herleitung und die Seite jedes Befundes
  --show-suppressed          auch unterdrückte Befunde ausgeben, mit ihrer Begründung

Was geprüft wird
  --changed[=REF]            nur die Dateien melden, die von REF abweichen (Standard: HEAD; sonst von der Stelle, an der der Zweig von REF abging); alle anderen werden gelesen, um diese zu verstehen
  --against REV              die Schemas aller Dateien mit denen in REV vergleichen (KR802)
  --only                     nur die als Pfad genannten Dateien melden; die genannten Ordner (Standard: das Arbeitsverzeichnis) werden gelesen, um diese zu verstehen
  --stdin --stdin-filename DATEI  die Standardeingabe als DATEI prüfen, neben den Dateien ihres Ordners und unter den Pfaden
  --facts                    die Pfade sind Faktendateien oder Ordner davon (kafka-review facts --help)
  --no-ignore                auch Dateien, die .gitignore ausschließt

Wann der Lauf scheitert
  --fail-on STUFE|never      mit 1 enden, wenn ein Befund diese oder eine höhere Stufe hat (Standard: error)
  --write-baseline           die heutigen Befunde in .kafka-review.baseline.json schreiben; mit --baseline DATEI aus DATEI entfernen, was nicht mehr vorkommt
  --baseline DATEI           Befunde in DATEI lassen weder scheitern noch werden sie ausgegeben (SARIF: unchanged); sie werden an Regel, Datei, Entität und Inhalt erkannt, nicht an der Zeile

${exitStatus}`,
    helpDiff: `kafka-review diff BASIS [HEAD] [PFAD...]   was eine Änderung bedeutet, an Namen erkannt, nicht an Zeilen
kafka-review diff BASIS...HEAD [PFAD...]   seit HEAD von BASIS abgezweigt ist
kafka-review diff --staged [BASIS] [PFAD...]   was im Index steht
kafka-review diff ORDNER ORDNER   zwei Ordner

BASIS und HEAD sind Revisionen; ohne HEAD wird BASIS mit dem Arbeitsverzeichnis verglichen. Nichts wird nachgeladen oder ausgecheckt.

  --format FORMAT            text (Standard), markdown (ein Kommentar am Pull Request), json, sarif, html
  --fail-on NAME,...         mit 1 enden bei Änderungen einer Stufe (hint, information, warning, error) oder einer Art: special, masking,
                             new-transfer, safeguard, secret, personal-data, recipient, foreign-law, retention, tag, access,
                             encryption, authentication, schema, operation, replication, groups; record, missing, assessment (im
                             Verzeichnis); findings; never (Standard)
  --facts                    die Pfade sind Faktendateien oder Ordner davon (kafka-review facts --help)
  --no-ignore                auch Dateien, die .gitignore ausschließt

${exitStatus}`,
    helpRecord: `kafka-review record PFAD...  das Verzeichnis von Verarbeitungstätigkeiten
  --format FORMAT            markdown (Standard), html, csv, csv-semicolon, xlsx, json, dpv, fides;
                             dsk, cnil (französisch), ico (englisch): Arbeitsmappen nach den Mustern dieser Behörden
  --check DATEI              DATEI, ein früheres Verzeichnis, mit den Dateien vergleichen; Abweichungen auflisten und dann mit 1 enden
  --accept DATEI             sagen, was sich geändert hat, seit DATEI geschrieben wurde, und sie neu schreiben
  --facts                    die Pfade sind Faktendateien oder Ordner davon (kafka-review facts --help)
  --no-ignore                auch Dateien, die .gitignore ausschließt

${exitStatus}`,
    helpMcp: `kafka-review mcp [PFAD...]   nur lesende Werkzeuge für Assistenten über Standardein- und -ausgabe\n                             (Model Context Protocol): findings, record, flow, explain. Ohne Pfad das\n                             Arbeitsverzeichnis.\n`,
    helpFlow: `kafka-review flow PFAD...    die Karte des Datenflusses: woher Records kommen und wohin sie gehen
  --format svg|mermaid       (Standard: svg)
  --without NAME,...         was ohne einen Anbieter oder Eigentümer ausfällt, etwa aws
  --without-law CODE,...     was ohne alle ausfällt, die das Recht eines Landes erreicht, etwa US
  --only CODE,...            was ausfällt, wenn Daten nur dort liegen dürfen: Codes nach ISO 3166, EEA, adequate
  --adequacy-falls CODE,...  was ausfällt, wenn der Angemessenheitsbeschluss für ein Land entfällt, etwa US
  --facts                    die Pfade sind Faktendateien oder Ordner davon (kafka-review facts --help)
  --no-ignore                auch Dateien, die .gitignore ausschließt

${exitStatus}`,
    helpScorecard: `kafka-review scorecard PFAD...  wo Records, Metadaten, Verwaltung und Wiederherstellung jedes Clusters liegen
  --format FORMAT            markdown (Standard), html, json, xlsx, csv, csv-semicolon
  --without NAME,...         was ohne einen Anbieter oder Eigentümer ausfällt, etwa aws
  --without-law CODE,...     was ohne alle ausfällt, die das Recht eines Landes erreicht, etwa US
  --only CODE,...            was ausfällt, wenn Daten nur dort liegen dürfen: Codes nach ISO 3166, EEA, adequate
  --adequacy-falls CODE,...  was ausfällt, wenn der Angemessenheitsbeschluss für ein Land entfällt, etwa US
  --facts                    die Pfade sind Faktendateien oder Ordner davon (kafka-review facts --help)
  --no-ignore                auch Dateien, die .gitignore ausschließt

${exitStatus}`,
    helpMigrate: `kafka-review migrate PFAD... --to strimzi --out ORDNER   Ressourcen, Replikationen und MIGRATION.md für den Umzug in einen eigenen Cluster
  --cluster NAME             der zu verlassende Cluster, wo es mehrere gibt
  --overwrite                in ORDNER schreiben, auch wenn er Dateien enthält
  --no-ignore                auch Dateien, die .gitignore ausschließt

${exitStatus}`,
    helpFacts: `kafka-review facts PFAD... > NAME.json   was die Dateien eines Repositorys sagen, ohne ihre Texte und Geheimnisse

check, record, flow, scorecard --facts DATEI|ORDNER...   mehrere Repositorys zusammen, nach dem, was jedes gesagt hat; ein Ordner steht für seine .json-Dateien
diff --facts VORHER NACHHER  zwei Stände davon
facts --facts DATEI...       ihre Zeilen

  --name NAME                der Name des Repositorys (Standard: der des Arbeitsverzeichnisses)
  --format FORMAT            json (Standard), jsonl (eine Zeile je Objekt, personenbezogenem Datum, Ziel und Befund)
  --no-ignore                auch Dateien, die .gitignore ausschließt

Enthalten sind Namen, Einstellungen, die Dokumentation in Schemas und die Angaben in .kafka-review.yaml; Geheimnisse sind getilgt.
Inkompatible Schemaänderungen (KR802) und Korrekturen gibt es nur dort, wo die Texte sind.

${exitStatus}`,
    helpLsp: `kafka-review lsp             der Language Server
  --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`,
    seeHelp: ({ problem }) => `kafka-review: ${problem}\nSiehe kafka-review --help.\n`,
    noCommand: 'kein Befehl angegeben',
    unknownCommand: ({ command }) => `unbekannter Befehl „${command}“`,
    noOut: 'migrate: --out ORDNER fehlt',
    outFilled: ({ path }) => `${path} enthält Dateien; einen anderen Ordner wählen oder --overwrite angeben`,
    noManaged: 'in diesen Dateien steht kein Cluster, den ein anderer betreibt',
    manyManaged: ({ names }) => `den zu verlassenden Cluster mit --cluster wählen: ${names.join(', ')}`,
    noPath: 'kein Pfad angegeben',
    noBase: 'diff: erwartet wird eine Revision, --staged oder zwei Ordner',
    oneOf: ({ option, given, allowed }) => `--${option} ${given}: erwartet wird eines von ${allowed.join(', ')}`,
    unknownName: ({ option, given }) =>
      `--${option} ${given}: unbekannt; erwartet wird ein Anbieter wie aws oder ein Ländercode nach ISO 3166 wie US`,
    noSuchFile: ({ path }) => `Datei oder Ordner nicht gefunden: ${path}`,
    notYaml: ({ path }) => `${path}: kein gültiges YAML; die Einstellungen gelten möglicherweise nicht`,
    fault: ({ path, message, issues, where }) =>
      `kafka-review: ${path}: ${message} ${where}; bitte melden unter ${issues}\n`,
    failed: ({ problem, issues }) => `interner Fehler: ${problem}; bitte melden unter ${issues}`,
    noFactsName: 'facts: --name ist leer',
    factsTwice: ({ name, paths }) =>
      `${paths.join(' und ')} beschreiben beide ein Repository namens ${name}; schreiben Sie eine davon mit einem anderen --name`,
    noFactsIn: ({ path }) => `${path} enthält keine .json-Datei`,
    factsNoJson: ({ path }) => `${path} ist kein JSON`,
    noFacts: ({ path }) => `${path} stammt nicht von kafka-review facts oder wurde seither geändert`,
    factsVersion: ({ path }) => `${path} stammt von einer anderen Version von kafka-review facts; bitte neu schreiben`,
    factsBeside: ({ option }) => `--${option} braucht die Dateien selbst und ist mit --facts nicht möglich`,
    factsSides: 'diff --facts: erwartet werden zwei Faktendateien oder zwei Ordner davon',
    stdinName: '--stdin und --stdin-filename DATEI gehören zusammen',
    noFileOnly: '--only: unter den Pfaden ist keine Datei',
    noBaseline: ({ path }) => `${path}: keine Baseline dieser Version; mit --write-baseline neu schreiben`,
    baselineWritten: ({ path, findings, gone }) =>
      gone === undefined
        ? `${path}: ${plural(findings, 'Befund', 'Befunde')} geschrieben\n`
        : `${path}: ${plural(gone, 'Befund', 'Befunde')} entfernt, ${findings} übrig\n`,
    baselineKnown: ({ path, known, gone }) =>
      `${path}: ${plural(known, 'bekannter Befund', 'bekannte Befunde')} nicht gezählt${gone > 0 ? `; ${gone} ${gone === 1 ? 'kommt' : 'kommen'} nicht mehr vor (--write-baseline --baseline ${path} entfernt ${gone === 1 ? 'ihn' : 'sie'})` : ''}\n`,
    noTransport: 'lsp: erwartet wird --stdio, --node-ipc, --socket=PORT oder --pipe=NAME',
    editedRecord: 'gleicher Inhalt mit anderen Belegen, oder von Hand geänderter Text: --accept schreibt die Datei neu',
    unreadableRecord: 'der Inhalt lässt sich nicht lesen: andere Form oder Version; --accept schreibt die Datei neu',
    agrees: ({ path }) => `${path} ist aktuell\n`,
    drifted: ({ path, differences }) =>
      `${path} ist nicht aktuell:\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
  git: {
    none: ({ path }) => `${path} liegt in keinem Git-Repository`,
    unknown: ({ revision }) => `Revision nicht gefunden: ${revision}`,
    unknownShallow: ({ revision }) =>
      `Revision nicht gefunden: ${revision}; dieser Klon ist flach und enthält nur wenige: ${deepen}`,
    shallow: ({ revision }) => `die Historie von ${revision} fehlt in diesem Klon, denn er ist flach: ${deepen}`,
    partial: ({ revision }) =>
      `die Dateien von ${revision} fehlen zum Teil in diesem Klon, denn er ist partiell, und nachgeladen wird nichts: ohne --filter klonen oder git fetch --refetch --no-filter ausführen`,
    unreadable: ({ revision, problem }) => `${revision} ließ sich nicht lesen: ${problem}; mehr sagt git fsck`,
    alike: ({ revision, count }) => `${revision}: mehr als ${count} Ordner, die fast alle gleich sind; nicht gelesen`,
    noFork: ({ one, other }) => `${one} und ${other} haben keinen gemeinsamen Commit`,
    noIndex: ({ problem }) =>
      `der Index ließ sich nicht lesen: ${problem}; git update-index --index-version 2 schreibt ihn in der lesbaren Form`,
    format: ({ format }) =>
      `mit ${format} benannte Objekte werden nicht gelesen; stattdessen zwei Ordner vergleichen (git worktree add)`,
    references: ({ storage }) =>
      `als ${storage} gespeicherte Referenzen werden nicht gelesen: git refs migrate --ref-format=files`,
  },
}

const deepen =
  'fetch-depth: 0 bei actions/checkout setzen, GIT_DEPTH: 0 in GitLab, oder git fetch --unshallow ausführen'
