import type { commands as english } from '../en/commands.ts'
import type { Like } from '../message.ts'

/** The command line. */
export const commands: Like<typeof english> = {
  cli: {
    help: ({
      version,
    }) => `Kafka Review ${version} : vérifie la configuration et les schémas Kafka et rédige le registre des activités de traitement (art. 30 du RGPD).

kafka-review check CHEMIN...  les constats dans les fichiers sous ces chemins
  --format text|json|sarif    (par défaut text)
  --level NIVEAU              niveau le plus bas à afficher : hint, information, warning, error (text : information, sinon hint)
  --fail-on NIVEAU|never      terminer avec 1 si un constat atteint ce niveau (par défaut error)
  --show-suppressed           afficher aussi les constats ignorés, avec leur motif
  --no-ignore                 vérifier aussi les fichiers exclus par .gitignore (de même pour record et flow)

kafka-review record CHEMIN... le registre des activités de traitement
  --format FORMAT             markdown (par défaut), html, csv, csv-semicolon, xlsx, json, fides
  --check FICHIER             comparer FICHIER, un registre antérieur, avec les fichiers ; énumérer les écarts et terminer avec 1 s’il y en a

kafka-review flow CHEMIN...   la carte des flux de données : d’où viennent les enregistrements et où ils vont
  --format svg|mermaid        (par défaut svg)

kafka-review lsp --stdio      le serveur de langage, pour tout éditeur

--lang en|de|fr               la langue de tous les textes (par défaut celle du système, selon LC_ALL, LC_MESSAGES ou LANG ;
                              pour un registre à comparer, la sienne)

Code de sortie : 0 aucun constat au niveau de --fail-on, 1 des constats, 2 arguments non valides, chemin illisible ou configuration non valide.
`,
    seeHelp: ({ problem }) => `kafka-review : ${problem}\nVoir kafka-review --help.\n`,
    noCommand: 'aucune commande indiquée',
    unknownCommand: ({ command }) => `commande inconnue « ${command} »`,
    noPath: 'aucun chemin indiqué',
    oneOf: ({ option, given, allowed }) => `--${option} ${given} : valeurs admises ${allowed.join(', ')}`,
    noSuchFile: ({ path }) => `fichier ou dossier introuvable : ${path}`,
    notYaml: ({ path }) => `${path} : YAML non valide ; ses réglages peuvent ne pas s’appliquer`,
    fault: ({ path, message, issues, fault }) =>
      `kafka-review : ${path} : ${message} ; merci de le signaler sur ${issues}\n${fault}`,
    noTransport: 'lsp : --stdio, --node-ipc, --socket=PORT ou --pipe=NOM attendu',
    workbookDrift: '--check : xlsx n’est pas pris en charge ; utiliser csv ou markdown',
    agrees: ({ path }) => `${path} est à jour\n`,
    drifted: ({ path, differences }) =>
      `${path} n’est pas à jour :\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
}
