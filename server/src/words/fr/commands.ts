import { plural } from './plural.ts'
import type { commands as english } from '../en/commands.ts'
import type { Like } from '../message.ts'

const exitStatus = `Code de sortie
  0  rien au niveau de --fail-on ; le registre est à jour
  1  des constats à ce niveau ; le registre n’est pas à jour
  2  arguments non valides, chemin illisible, configuration non valide ou erreur interne
`

/** The command line. */
export const commands: Like<typeof english> = {
  mcp: {
    findings:
      'Ce qui est constaté dans la configuration et les schémas Kafka de ce dossier : données personnelles, transferts hors de l’EEE, durabilité, transport, secrets. path : seulement les fichiers dont le chemin le contient ; code : seulement cette règle ; level : au moins aussi grave (information par défaut).',
    record:
      'Le registre des activités de traitement (art. 30 RGPD) tel que les fichiers le prouvent, en Markdown ; chaque valeur dit d’où elle est connue. activity : seulement l’activité de ce nom.',
    flow: 'D’où viennent et où vont les enregistrements des topics, pays par pays, en diagramme Mermaid. topic : seulement ce qui entre dans ce topic ou ce sink et en sort.',
    explain: 'La page d’une règle : pourquoi elle compte, le droit, que faire. code : par exemple KR301.',
    noActivity: ({ activity, known }) => `Aucune activité ne s’appelle ${activity}. Connues : ${known.join(', ')}`,
    noTopic: ({ topic }) => `Rien ne s’appelle ${topic}.`,
    noRule: ({ code }) => `Aucune règle n’a le code ${code}.`,
  },
  cli: {
    help: ({
      version,
    }) => `Kafka Review ${version} : vérifie la configuration et les schémas Kafka et rédige le registre des activités de traitement (art. 30 du RGPD).

kafka-review check CHEMIN...  les constats dans les fichiers sous ces chemins
kafka-review diff BASE...      ce que signifie une modification : pour les données, les destinataires, la plateforme et le registre
kafka-review record CHEMIN... le registre des activités de traitement
kafka-review flow CHEMIN...   la carte des flux de données : d’où viennent les enregistrements et où ils vont
kafka-review scorecard CHEMIN... où se trouvent enregistrements, métadonnées, gestion et reprise de chaque cluster
kafka-review facts CHEMIN... ce que dit un dépôt, sans ses textes, à joindre à d’autres par --facts
kafka-review migrate CHEMIN... sortir d’un cluster géré : ressources de Strimzi et MIGRATION.md
kafka-review mcp [CHEMIN...] outils en lecture seule pour assistants, par l’entrée et la sortie standard (MCP)
kafka-review lsp --stdio      le serveur de langage, pour tout éditeur

kafka-review COMMANDE --help montre les options d’une commande.

--lang en|de|fr               la langue de tous les textes (par défaut celle du système, selon LC_ALL, LC_MESSAGES ou LANG ;
                              pour un registre à comparer, la sienne)

${exitStatus}`,
    helpCheck: `kafka-review check CHEMIN...  les constats dans les fichiers sous ces chemins

Ce qui est affiché
  --format FORMAT             text (par défaut), json, sarif, github (annotations), gitlab (qualité du code), junit, checkstyle
  --level NIVEAU              niveau le plus bas à afficher : hint, information, warning, error (text : information, sinon hint)
  --explain                   text : aussi la ligne, les éléments retenus et la page de chaque constat
  --show-suppressed           afficher aussi les constats ignorés, avec leur motif

Ce qui est vérifié
  --changed[=REF]             ne signaler que les fichiers qui diffèrent de REF (par défaut HEAD ; sinon, du point où la branche a quitté REF) ; les autres sont lus pour comprendre ceux-ci
  --against REV               comparer les schémas de tous les fichiers avec ceux de REV (KR802)
  --only                      ne signaler que les fichiers nommés parmi les chemins ; les dossiers nommés (par défaut le répertoire courant) sont lus pour comprendre ceux-ci
  --stdin --stdin-filename FICHIER  vérifier l’entrée standard comme FICHIER, à côté des fichiers de son dossier et sous les chemins
  --facts                     les chemins sont des fichiers de faits, ou des dossiers de tels fichiers (kafka-review facts --help)
  --no-ignore                 aussi les fichiers exclus par .gitignore

Ce qui fait échouer la commande
  --fail-on NIVEAU|never      terminer avec 1 si un constat atteint ce niveau (par défaut error)
  --write-baseline            écrire les constats du jour dans .kafka-review.baseline.json ; avec --baseline FICHIER, retirer de FICHIER ce qui n’apparaît plus
  --baseline FICHIER          les constats de FICHIER ne font pas échouer et ne sont pas affichés (SARIF : unchanged) ; ils sont reconnus à la règle, au fichier, à l’entité et au contenu, non à la ligne

${exitStatus}`,
    helpDiff: `kafka-review diff BASE [HEAD] [CHEMIN...]   ce que signifie une modification, reconnue aux noms, non aux lignes
kafka-review diff BASE...HEAD [CHEMIN...]   depuis que HEAD a quitté BASE
kafka-review diff --staged [BASE] [CHEMIN...]   ce qui est dans l’index
kafka-review diff DOSSIER DOSSIER   deux dossiers

BASE et HEAD sont des révisions ; sans HEAD, BASE est comparée avec l’arbre de travail. Rien n’est téléchargé ni extrait.

  --format FORMAT             text (par défaut), markdown (un commentaire de pull request), json, sarif, html
  --fail-on NOM,...           terminer avec 1 pour des modifications d’un niveau (hint, information, warning, error) ou d’une sorte :
                              special, masking, new-transfer, safeguard, secret, personal-data, recipient, foreign-law, retention,
                              tag, access, encryption, authentication, schema, operation, replication, groups ; record, missing,
                              assessment (dans le registre) ; findings ; never (par défaut)
  --facts                     les chemins sont des fichiers de faits, ou des dossiers de tels fichiers (kafka-review facts --help)
  --no-ignore                 aussi les fichiers exclus par .gitignore

${exitStatus}`,
    helpRecord: `kafka-review record CHEMIN... le registre des activités de traitement
  --format FORMAT             markdown (par défaut), html, csv, csv-semicolon, xlsx, json, dpv, fides ;
                             dsk (allemand), cnil, ico (anglais) : classeurs d’après les modèles de ces autorités
  --check FICHIER             comparer FICHIER, un registre antérieur, avec les fichiers ; énumérer les écarts et terminer avec 1 s’il y en a
  --accept FICHIER           dire ce qui a changé depuis que FICHIER a été écrit, et l’écrire à nouveau
  --facts                     les chemins sont des fichiers de faits, ou des dossiers de tels fichiers (kafka-review facts --help)
  --no-ignore                 aussi les fichiers exclus par .gitignore

${exitStatus}`,
    helpMcp: `kafka-review mcp [CHEMIN...] outils en lecture seule pour assistants, par l’entrée et la sortie standard\n                             (Model Context Protocol) : findings, record, flow, explain. Sans chemin, le\n                             répertoire courant.\n`,
    helpFlow: `kafka-review flow CHEMIN...   la carte des flux de données : d’où viennent les enregistrements et où ils vont
  --format svg|mermaid        (par défaut svg)
  --without NOM,...           ce qui tombe sans un fournisseur ou propriétaire, par exemple aws
  --without-law CODE,...      ce qui tombe sans tous ceux que le droit d’un pays atteint, par exemple US
  --only CODE,...             ce qui tombe si les données ne peuvent se trouver que là : codes ISO 3166, EEA, adequate
  --adequacy-falls CODE,...   ce qui tombe si la décision d’adéquation pour un pays est invalidée, par exemple US
  --facts                     les chemins sont des fichiers de faits, ou des dossiers de tels fichiers (kafka-review facts --help)
  --no-ignore                 aussi les fichiers exclus par .gitignore

${exitStatus}`,
    helpScorecard: `kafka-review scorecard CHEMIN...  où se trouvent enregistrements, métadonnées, gestion et reprise de chaque cluster
  --format FORMAT             markdown (par défaut), html, json, xlsx, csv, csv-semicolon
  --without NOM,...           ce qui tombe sans un fournisseur ou propriétaire, par exemple aws
  --without-law CODE,...      ce qui tombe sans tous ceux que le droit d’un pays atteint, par exemple US
  --only CODE,...             ce qui tombe si les données ne peuvent se trouver que là : codes ISO 3166, EEA, adequate
  --adequacy-falls CODE,...   ce qui tombe si la décision d’adéquation pour un pays est invalidée, par exemple US
  --facts                     les chemins sont des fichiers de faits, ou des dossiers de tels fichiers (kafka-review facts --help)
  --no-ignore                 aussi les fichiers exclus par .gitignore

${exitStatus}`,
    helpMigrate: `kafka-review migrate CHEMIN... --to strimzi --out DOSSIER   ressources, réplications et MIGRATION.md pour passer à votre propre cluster
  --cluster NOM               le cluster à quitter, s’il y en a plusieurs
  --overwrite                 écrire dans DOSSIER même s’il contient des fichiers
  --no-ignore                 aussi les fichiers que .gitignore exclut

${exitStatus}`,
    helpFacts: `kafka-review facts CHEMIN... > NOM.json   ce que disent les fichiers d’un dépôt, sans leurs textes ni leurs secrets

check, record, flow, scorecard --facts FICHIER|DOSSIER...   plusieurs dépôts ensemble, d’après ce que chacun a dit ; un dossier vaut pour ses fichiers .json
diff --facts AVANT APRÈS     deux états de ceux-ci
facts --facts FICHIER...     leurs lignes

  --name NOM                 le nom du dépôt (par défaut : celui du répertoire courant)
  --format FORMAT            json (par défaut), jsonl (une ligne par objet, donnée personnelle, destination et constat)
  --no-ignore                aussi les fichiers exclus par .gitignore

Y figurent les noms, les réglages, la documentation des schémas et ce que déclare .kafka-review.yaml ; les secrets sont masqués.
Les modifications incompatibles de schémas (KR802) et les corrections ne sont connues que là où se trouvent les textes.

${exitStatus}`,
    helpLsp: `kafka-review lsp              le serveur de langage
  --stdio | --node-ipc | --socket=PORT | --pipe=NOM
`,
    seeHelp: ({ problem }) => `kafka-review : ${problem}\nVoir kafka-review --help.\n`,
    noCommand: 'aucune commande indiquée',
    unknownCommand: ({ command }) => `commande inconnue « ${command} »`,
    noOut: 'migrate : --out DOSSIER manque',
    outFilled: ({ path }) => `${path} contient des fichiers ; choisir un autre dossier ou indiquer --overwrite`,
    noManaged: 'aucun cluster exploité par un tiers ne figure dans ces fichiers',
    manyManaged: ({ names }) => `choisir le cluster à quitter avec --cluster : ${names.join(', ')}`,
    noPath: 'aucun chemin indiqué',
    noBase: 'diff : attendu : une révision, --staged ou deux dossiers',
    oneOf: ({ option, given, allowed }) => `--${option} ${given} : valeurs admises ${allowed.join(', ')}`,
    unknownName: ({ option, given }) =>
      `--${option} ${given} : inconnu ; attendu un fournisseur comme aws, ou un code pays ISO 3166 comme US`,
    noSuchFile: ({ path }) => `fichier ou dossier introuvable : ${path}`,
    notYaml: ({ path }) => `${path} : YAML non valide ; ses réglages peuvent ne pas s’appliquer`,
    fault: ({ path, message, issues, where }) =>
      `kafka-review : ${path} : ${message} ${where} ; merci de le signaler sur ${issues}\n`,
    failed: ({ problem, issues }) => `erreur interne : ${problem} ; merci de la signaler sur ${issues}`,
    noFactsName: 'facts : --name est vide',
    factsTwice: ({ name, paths }) =>
      `${paths.join(' et ')} décrivent tous deux un dépôt nommé ${name} ; écrivez l’un d’eux avec un autre --name`,
    noFactsIn: ({ path }) => `${path} ne contient aucun fichier .json`,
    factsNoJson: ({ path }) => `${path} n’est pas du JSON`,
    noFacts: ({ path }) => `${path} n’a pas été écrit par kafka-review facts, ou a été modifié depuis`,
    factsVersion: ({ path }) =>
      `${path} a été écrit par une autre version de kafka-review facts ; écrivez-le à nouveau`,
    factsBeside: ({ option }) => `--${option} demande les fichiers eux-mêmes et ne va pas avec --facts`,
    factsSides: 'diff --facts : deux fichiers de faits, ou deux dossiers de tels fichiers, sont attendus',
    stdinName: '--stdin et --stdin-filename FICHIER vont ensemble',
    noFileOnly: '--only : aucun fichier parmi les chemins',
    noBaseline: ({ path }) => `${path} : pas une référence de cette version ; la récrire avec --write-baseline`,
    baselineWritten: ({ path, findings, gone }) =>
      gone === undefined
        ? `${path} : ${plural(findings, 'constat écrit', 'constats écrits')}\n`
        : `${path} : ${plural(gone, 'constat retiré', 'constats retirés')}, reste ${findings}\n`,
    baselineKnown: ({ path, known, gone }) =>
      `${path} : ${plural(known, 'constat connu non compté', 'constats connus non comptés')}${gone > 0 ? ` ; ${gone} ${gone === 1 ? 'n’apparaît' : 'n’apparaissent'} plus (--write-baseline --baseline ${path} ${gone === 1 ? 'le' : 'les'} retire)` : ''}\n`,
    noTransport: 'lsp : --stdio, --node-ipc, --socket=PORT ou --pipe=NOM attendu',
    editedRecord: 'même contenu avec d’autres sources, ou texte modifié à la main : --accept réécrit le fichier',
    unreadableRecord: 'le contenu est illisible : autre forme ou autre version ; --accept réécrit le fichier',
    agrees: ({ path }) => `${path} est à jour\n`,
    drifted: ({ path, differences }) =>
      `${path} n’est pas à jour :\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
  git: {
    none: ({ path }) => `${path} n’est dans aucun dépôt git`,
    unknown: ({ revision }) => `révision introuvable : ${revision}`,
    unknownShallow: ({ revision }) =>
      `révision introuvable : ${revision} ; ce clone est superficiel et en contient peu : ${deepen}`,
    shallow: ({ revision }) => `l’historique de ${revision} n’est pas dans ce clone, qui est superficiel : ${deepen}`,
    partial: ({ revision }) =>
      `les fichiers de ${revision} ne sont pas tous dans ce clone, qui est partiel, et rien n’est récupéré : cloner sans --filter, ou lancer git fetch --refetch --no-filter`,
    unreadable: ({ revision, problem }) => `${revision} n’a pas pu être lu : ${problem} ; git fsck en dit plus`,
    alike: ({ revision, count }) => `${revision} : plus de ${count} dossiers, presque tous identiques ; non lu`,
    noFork: ({ one, other }) => `${one} et ${other} n’ont aucun commit en commun`,
    noIndex: ({ problem }) =>
      `l’index n’a pas pu être lu : ${problem} ; git update-index --index-version 2 l’écrit sous la forme lue`,
    format: ({ format }) =>
      `les objets nommés par ${format} ne sont pas lus ; comparer plutôt deux dossiers (git worktree add)`,
    references: ({ storage }) =>
      `les références conservées en ${storage} ne sont pas lues : git refs migrate --ref-format=files`,
  },
}

const deepen = 'régler fetch-depth: 0 pour actions/checkout, GIT_DEPTH: 0 dans GitLab, ou lancer git fetch --unshallow'
