/** The command line. */
export const commands = {
  cli: {
    help: ({
      version,
    }: Version) => `Kafka Review ${version}: reviews Kafka configuration and schemas, and writes the GDPR Art. 30 record.

kafka-review check PATH...   findings in the files below the paths
  --format text|json|sarif   (default text)
  --level LEVEL              lowest level to print: hint, information, warning, error (text: information, else hint)
  --fail-on LEVEL|never      exit with 1 if a finding has this level or higher (default error)
  --show-suppressed          also print suppressed findings, with their reasons
  --no-ignore                also review files excluded by .gitignore (also for record and flow)

kafka-review record PATH...  the record of processing activities
  --format FORMAT            markdown (default), html, csv, csv-semicolon, xlsx, json, fides
  --lang en|de|fr            language (default en)
  --check FILE               compare FILE, an earlier record, with the files; list the differences and exit with 1 if there are any

kafka-review flow PATH...    the data flow map: where records come from and where they go
  --format svg|mermaid       (default svg)

kafka-review scorecard PATH...   where records, metadata, management and recovery of each cluster lie
  --format FORMAT            markdown (default), html, json, xlsx, csv, csv-semicolon
  --lang en|de|fr            language (default en)
  --without NAME             what breaks without a provider or owner, such as aws
  --without-law CODE         what breaks without anybody whom the law of a country reaches, such as US
  --only CODE,...            what breaks if data may lie there only: ISO 3166 codes, EEA, adequate
  --adequacy-falls CODE      what breaks if the adequacy decision for a country falls, such as US

kafka-review lsp --stdio     the language server, for any editor

Exit status: 0 no finding at the --fail-on level, 1 findings, 2 invalid arguments, an unreadable path or an invalid configuration.
`,
    seeHelp: ({ problem }: { problem: string }) => `kafka-review: ${problem}\nSee kafka-review --help.\n`,
    noCommand: 'no command given',
    unknownCommand: ({ command }: { command: string }) => `unknown command "${command}"`,
    noPath: 'no path given',
    oneOf: ({ option, given, allowed }: { option: string; given: string; allowed: readonly string[] }) =>
      `--${option} ${given}: expected one of ${allowed.join(', ')}`,
    unknownName: ({ option, given }: { option: string; given: string }) =>
      `--${option} ${given}: unknown; expected a provider such as aws, or an ISO 3166 country code such as US`,
    noSuchFile: ({ path }: { path: string }) => `no such file or folder: ${path}`,
    notYaml: ({ path }: { path: string }) => `${path}: invalid YAML; its settings may not apply`,
    fault: ({ path, message, issues, fault }: { path: string; message: string; issues: string; fault: string }) =>
      `kafka-review: ${path}: ${message}; please report this at ${issues}\n${fault}`,
    noTransport: 'lsp: expected --stdio, --node-ipc, --socket=PORT or --pipe=NAME',
    workbookDrift: '--check: xlsx is not supported; use csv or markdown',
    agrees: ({ path }: { path: string }) => `${path} is up to date\n`,
    drifted: ({ path, differences }: { path: string; differences: readonly string[] }) =>
      `${path} is out of date:\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
}

interface Version {
  version: string
}
