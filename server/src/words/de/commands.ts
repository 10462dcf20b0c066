import type { commands as english } from '../en/commands.ts'
import type { Like } from '../message.ts'

/** The command line. */
export const commands: Like<typeof english> = {
  cli: {
    help: ({
      version,
    }) => `Kafka Review ${version}: prüft Kafka-Konfiguration und Schemata und schreibt das Verzeichnis von Verarbeitungstätigkeiten nach Art. 30 DSGVO.

kafka-review check PFAD...   Befunde in den Dateien unter den Pfaden
  --format text|json|sarif   (Standard: text)
  --level STUFE              niedrigste Stufe, die ausgegeben wird: hint, information, warning, error (text: information, sonst hint)
  --fail-on STUFE|never      mit 1 enden, wenn ein Befund diese oder eine höhere Stufe hat (Standard: error)
  --show-suppressed          auch unterdrückte Befunde ausgeben, mit ihrer Begründung
  --no-ignore                auch Dateien prüfen, die .gitignore ausschließt (auch bei record und flow)

kafka-review record PFAD...  das Verzeichnis von Verarbeitungstätigkeiten
  --format FORMAT            markdown (Standard), html, csv, csv-semicolon, xlsx, json, fides
  --check DATEI              DATEI, ein früheres Verzeichnis, mit den Dateien vergleichen; Abweichungen auflisten und dann mit 1 enden

kafka-review flow PFAD...    die Karte des Datenflusses: woher Records kommen und wohin sie gehen
  --format svg|mermaid       (Standard: svg)

kafka-review lsp --stdio     der Language Server, für jeden Editor

--lang en|de|fr              die Sprache aller Texte (Standard: die des Systems nach LC_ALL, LC_MESSAGES oder LANG;
                             bei einem Verzeichnis zum Vergleich dessen eigene)

Exit-Status: 0 kein Befund auf der Stufe von --fail-on, 1 Befunde, 2 ungültige Argumente, ein nicht lesbarer Pfad oder eine ungültige Konfiguration.
`,
    seeHelp: ({ problem }) => `kafka-review: ${problem}\nSiehe kafka-review --help.\n`,
    noCommand: 'kein Befehl angegeben',
    unknownCommand: ({ command }) => `unbekannter Befehl „${command}“`,
    noPath: 'kein Pfad angegeben',
    oneOf: ({ option, given, allowed }) => `--${option} ${given}: erwartet wird eines von ${allowed.join(', ')}`,
    noSuchFile: ({ path }) => `Datei oder Ordner nicht gefunden: ${path}`,
    notYaml: ({ path }) => `${path}: kein gültiges YAML; die Einstellungen gelten möglicherweise nicht`,
    fault: ({ path, message, issues, fault }) =>
      `kafka-review: ${path}: ${message}; bitte melden unter ${issues}\n${fault}`,
    noTransport: 'lsp: erwartet wird --stdio, --node-ipc, --socket=PORT oder --pipe=NAME',
    workbookDrift: '--check: xlsx wird nicht unterstützt; csv oder markdown verwenden',
    agrees: ({ path }) => `${path} ist aktuell\n`,
    drifted: ({ path, differences }) =>
      `${path} ist nicht aktuell:\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
}
