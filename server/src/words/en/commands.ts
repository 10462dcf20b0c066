import { plural } from '../plural.ts'

const exitStatus = `Exit status
  0  nothing at the --fail-on level; the record is up to date
  1  findings at that level; the record is out of date
  2  invalid arguments, an unreadable path, an invalid configuration, or an internal error
`

/** The command line. */
export const commands = {
  mcp: {
    findings:
      'What is found in the Kafka configuration and schemas of this folder: personal data, transfers outside the EEA, durability, transport, secrets. path: only files whose path holds it; code: only this rule; level: at least this grave (information where left out).',
    record:
      'The record of processing activities (GDPR Art. 30) as the files prove it, in Markdown; every value says how it is known. activity: only the one of this name.',
    flow: 'Where the records of topics come from and go to, country by country, as a Mermaid flowchart. topic: only what flows into and out of this topic or sink.',
    explain: 'The page of a rule: why it matters, the law, what to do. code: such as KR301.',
    noActivity: ({ activity, known }: { activity: string; known: readonly string[] }) =>
      `No activity is called ${activity}. Known are: ${known.join(', ')}`,
    noTopic: ({ topic }: { topic: string }) => `Nothing is called ${topic}.`,
    noRule: ({ code }: { code: string }) => `No rule has the code ${code}.`,
  },
  cli: {
    help: ({
      version,
    }: Version) => `Kafka Review ${version}: reviews Kafka configuration and schemas, and writes the GDPR Art. 30 record.

kafka-review check PATH...   findings in the files below the paths
kafka-review diff BASE...    what a change means: for the data, its recipients, the platform and the record
kafka-review record PATH...  the record of processing activities
kafka-review flow PATH...    the data flow map: where records come from and where they go
kafka-review scorecard PATH... where records, metadata, management and recovery of each cluster lie
kafka-review facts PATH...   what a repository says, without its texts, to be joined with others by --facts
kafka-review migrate PATH... the way out of a managed broker: resources of Strimzi, and MIGRATION.md
kafka-review mcp [PATH...]   tools that only read, for assistants, over standard input and output (MCP)
kafka-review lsp --stdio     the language server, for any editor

kafka-review COMMAND --help shows the options of a command.

--lang en|de|fr              the language of all that is said (default: the system's, by LC_ALL, LC_MESSAGES or LANG;
                             of a record to check, its own)

${exitStatus}`,
    helpCheck: `kafka-review check PATH...   findings in the files below the paths

What is printed
  --format FORMAT            text (default), json, sarif, github (annotations), gitlab (code quality), junit, checkstyle
  --level LEVEL              lowest level to print: hint, information, warning, error (text: information, else hint)
  --explain                  text: also the line, the evidence and the page of each finding
  --show-suppressed          also print suppressed findings, with their reasons

What is reviewed
  --changed[=REF]            report the files that differ from REF (default HEAD; else from where the branch left REF), and read all for what it tells about these; compare their schemas with what they were (KR802)
  --against REV              compare schemas with what they were in REV (KR802)
  --only                     report the files among the paths alone, and read the folders among them (default: the working directory) for what they tell about these
  --stdin --stdin-filename FILE   review standard input as FILE, beside the files of its folder and below the paths
  --facts                    the paths are files of facts, or folders of them (kafka-review facts --help)
  --no-ignore                also files excluded by .gitignore

What fails
  --fail-on LEVEL|never      exit with 1 if a finding has this level or higher (default error)
  --write-baseline           write today's findings to .kafka-review.baseline.json; with --baseline FILE, remove from FILE what no longer occurs
  --baseline FILE            findings in FILE neither fail nor are printed (SARIF: unchanged); they are known by rule, file, entity and content, not by line

${exitStatus}`,
    helpDiff: `kafka-review diff BASE [HEAD] [PATH...]   what a change means, by what things are called, not by lines
kafka-review diff BASE...HEAD [PATH...]   since HEAD left BASE
kafka-review diff --staged [BASE] [PATH...]   what is staged
kafka-review diff FOLDER FOLDER   two folders

BASE and HEAD are revisions; without HEAD, BASE is compared with the working tree. Nothing is fetched or checked out.

  --format FORMAT            text (default), markdown (a comment on a pull request), json, sarif, html
  --fail-on NAME,...         exit with 1 for changes of a level (hint, information, warning, error) or a kind: special, masking,
                             new-transfer, safeguard, secret, personal-data, recipient, foreign-law, retention, tag, access,
                             encryption, authentication, schema, operation, replication, groups; record, missing, assessment (of the
                             Art. 30 record); findings; never (default)
  --facts                    the paths are files of facts, or folders of them (kafka-review facts --help)
  --no-ignore                also files excluded by .gitignore

${exitStatus}`,
    helpRecord: `kafka-review record PATH...  the record of processing activities
  --format FORMAT            markdown (default), html, csv, csv-semicolon, xlsx, json, dpv, fides;
                             dsk (German), cnil (French), ico: workbooks after the models of these authorities
  --check FILE               compare FILE, an earlier record, with the files; list the differences and exit with 1 if there are any
  --accept FILE              say what changed since FILE was written, and write it anew
  --facts                    the paths are files of facts, or folders of them (kafka-review facts --help)
  --no-ignore                also files excluded by .gitignore

${exitStatus}`,
    helpMcp: `kafka-review mcp [PATH...]   tools that only read, for assistants, over standard input and output\n                             (Model Context Protocol): findings, record, flow, explain. Without a path, the\n                             working directory.\n`,
    helpFlow: `kafka-review flow PATH...    the data flow map: where records come from and where they go
  --format svg|mermaid       (default svg)
  --without NAME,...         what breaks without a provider or owner, such as aws
  --without-law CODE,...     what breaks without anybody whom the law of a country reaches, such as US
  --only CODE,...            what breaks if data may lie there only: ISO 3166 codes, EEA, adequate
  --adequacy-falls CODE,...  what breaks if the adequacy decision for a country falls, such as US
  --facts                    the paths are files of facts, or folders of them (kafka-review facts --help)
  --no-ignore                also files excluded by .gitignore

${exitStatus}`,
    helpScorecard: `kafka-review scorecard PATH...  where records, metadata, management and recovery of each cluster lie
  --format FORMAT            markdown (default), html, json, xlsx, csv, csv-semicolon
  --without NAME,...         what breaks without a provider or owner, such as aws
  --without-law CODE,...     what breaks without anybody whom the law of a country reaches, such as US
  --only CODE,...            what breaks if data may lie there only: ISO 3166 codes, EEA, adequate
  --adequacy-falls CODE,...  what breaks if the adequacy decision for a country falls, such as US
  --facts                    the paths are files of facts, or folders of them (kafka-review facts --help)
  --no-ignore                also files excluded by .gitignore

${exitStatus}`,
    helpMigrate: `kafka-review migrate PATH... --to strimzi --out DIR   resources, mirrors and MIGRATION.md for a move to a cluster of your own
  --cluster NAME             the managed cluster to leave, where there are several
  --overwrite                write into DIR although it holds files
  --no-ignore                also files excluded by .gitignore

${exitStatus}`,
    helpFacts: `kafka-review facts PATH... > NAME.json   what the files of a repository say, without their texts and secrets

check, record, flow, scorecard --facts FILE|FOLDER...   repositories together, by what each has told; a folder stands for its .json files
diff --facts BEFORE AFTER    two states of them
facts --facts FILE...        their rows

  --name NAME                the name of the repository (default: that of the working directory)
  --format FORMAT            json (default), jsonl (a row for each entity, personal datum, destination and finding)
  --no-ignore                also files excluded by .gitignore

Names, settings and the documentation of schemas are told, and what .kafka-review.yaml declares; secrets are struck out.
Breaking changes of schemas (KR802) and fixes are only known where the texts are.

${exitStatus}`,
    helpLsp: `kafka-review lsp             the language server
  --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`,
    seeHelp: ({ problem }: { problem: string }) => `kafka-review: ${problem}\nSee kafka-review --help.\n`,
    noCommand: 'no command given',
    unknownCommand: ({ command }: { command: string }) => `unknown command "${command}"`,
    noOut: 'migrate: expected --out DIR',
    outFilled: ({ path }: { path: string }) => `${path} holds files; choose another folder, or use --overwrite`,
    noManaged: 'no cluster that somebody else runs is in these files',
    manyManaged: ({ names }: { names: readonly string[] }) =>
      `choose the cluster to leave with --cluster: ${names.join(', ')}`,
    noPath: 'no path given',
    noBase: 'diff: expected a revision, --staged or two folders',
    oneOf: ({ option, given, allowed }: { option: string; given: string; allowed: readonly string[] }) =>
      `--${option} ${given}: expected one of ${allowed.join(', ')}`,
    unknownName: ({ option, given }: { option: string; given: string }) =>
      `--${option} ${given}: unknown; expected a provider such as aws, or an ISO 3166 country code such as US`,
    noSuchFile: ({ path }: { path: string }) => `no such file or folder: ${path}`,
    notYaml: ({ path }: { path: string }) => `${path}: invalid YAML; its settings may not apply`,
    fault: ({ path, message, issues, where }: { path: string; message: string; issues: string; where: string }) =>
      `kafka-review: ${path}: ${message} ${where}; please report this at ${issues}\n`,
    failed: ({ problem, issues }: { problem: string; issues: string }) =>
      `internal error: ${problem}; please report this at ${issues}`,
    noFactsName: 'facts: --name is empty',
    factsTwice: ({ name, paths }: { name: string; paths: readonly string[] }) =>
      `${paths.join(' and ')} both tell of a repository called ${name}; write one of them with another --name`,
    noFactsIn: ({ path }: { path: string }) => `${path} holds no .json file`,
    factsNoJson: ({ path }: { path: string }) => `${path} is no JSON`,
    noFacts: ({ path }: { path: string }) => `${path} was not written by kafka-review facts, or was changed since`,
    factsVersion: ({ path }: { path: string }) =>
      `${path} was written by another version of kafka-review facts; write it anew`,
    factsBeside: ({ option }: { option: string }) =>
      `--${option} needs the files themselves, and does not go with --facts`,
    factsSides: 'diff --facts: expected two files of facts, or two folders of them',
    stdinName: '--stdin and --stdin-filename FILE go together',
    noFileOnly: '--only: no file among the paths',
    noBaseline: ({ path }: { path: string }) =>
      `${path}: no baseline of this version; write it anew with --write-baseline`,
    baselineWritten: ({ path, findings, gone }: { path: string; findings: number; gone?: number }) =>
      gone === undefined
        ? `${path}: ${plural(findings, 'finding')} written\n`
        : `${path}: ${plural(gone, 'finding')} removed, ${findings} left\n`,
    baselineKnown: ({ path, known, gone }: { path: string; known: number; gone: number }) =>
      `${path}: ${plural(known, 'known finding')} not counted${gone > 0 ? `; ${gone} no longer ${gone === 1 ? 'occurs' : 'occur'} (--write-baseline --baseline ${path} removes ${gone === 1 ? 'it' : 'them'})` : ''}\n`,
    noTransport: 'lsp: expected --stdio, --node-ipc, --socket=PORT or --pipe=NAME',
    editedRecord: 'it says the same with other evidence, or its text was changed by hand: --accept writes it anew',
    unreadableRecord: 'what it says cannot be read: it is of another form or version; --accept writes it anew',
    agrees: ({ path }: { path: string }) => `${path} is up to date\n`,
    drifted: ({ path, differences }: { path: string; differences: readonly string[] }) =>
      `${path} is out of date:\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
  /** What keeps a revision from being read, and what helps. */
  git: {
    none: ({ path }: { path: string }) => `${path} is in no git repository`,
    unknown: ({ revision }: { revision: string }) => `no such revision: ${revision}`,
    unknownShallow: ({ revision }: { revision: string }) =>
      `no such revision: ${revision}; this clone is shallow and holds few of them: ${deepen}`,
    shallow: ({ revision }: { revision: string }) =>
      `the history of ${revision} is not in this clone, which is shallow: ${deepen}`,
    partial: ({ revision }: { revision: string }) =>
      `the files of ${revision} are not all in this clone, which is partial, and nothing is fetched: clone without --filter, or run git fetch --refetch --no-filter`,
    unreadable: ({ revision, problem }: { revision: string; problem: string }) =>
      `${revision} could not be read: ${problem}; git fsck tells more`,
    alike: ({ revision, count }: { revision: string; count: number }): string =>
      `${revision}: more than ${count} folders, nearly all of them alike; left out`,
    noFork: ({ one, other }: { one: string; other: string }) => `${one} and ${other} have no commit in common`,
    noIndex: ({ problem }: { problem: string }) =>
      `the index could not be read: ${problem}; git update-index --index-version 2 writes it in the form that is read`,
    format: ({ format }: { format: string }) =>
      `objects named by ${format} are not read; compare two folders instead (git worktree add)`,
    references: ({ storage }: { storage: string }) =>
      `references kept as ${storage} are not read: git refs migrate --ref-format=files`,
  },
}

const deepen = 'set fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab, or run git fetch --unshallow'

interface Version {
  version: string
}
