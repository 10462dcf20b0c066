/** The command line. */
export const commands = {
  cli: {
    help: ({
      version,
    }: Version) => `Kafka Review ${version}: reviews Kafka configuration and schemas, and writes the GDPR Art. 30 record.

kafka-review check PATH...   findings in the files below the paths
  --format text|json|sarif   (default text)
  --level LEVEL              the mildest level to print: hint, information, warning, error (text: information, else hint)
  --fail-on LEVEL|never      exit with 1 from this level upwards (default error)
  --show-suppressed          print accepted findings with their reason too
  --no-ignore                review what .gitignore leaves out too (also of record and flow)

kafka-review record PATH...  the record of processing activities
  --format FORMAT            markdown (default), html, csv, csv-semicolon, xlsx, json, fides
  --lang en|de|fr            its language (default en)
  --check FILE               exit with 1 when FILE, a record written before, has drifted from the files, and say where

kafka-review flow PATH...    the map of where topics get their records from and where these go
  --format svg|mermaid       (default svg)

kafka-review lsp --stdio     the language server, for any editor

Exit status: 0 nothing at the level of --fail-on, 1 findings, 2 wrong arguments, a path that cannot be read or a configuration that is no YAML.
`,
    seeHelp: ({ problem }: { problem: string }) => `kafka-review: ${problem}\nSee kafka-review --help.\n`,
    noCommand: 'no command given',
    unknownCommand: ({ command }: { command: string }) => `unknown command "${command}"`,
    noPath: 'no path given',
    oneOf: ({ option, given, allowed }: { option: string; given: string; allowed: readonly string[] }) =>
      `--${option} ${given}: expected one of ${allowed.join(', ')}`,
    noSuchFile: ({ path }: { path: string }) => `no such file or folder: ${path}`,
    notYaml: ({ path }: { path: string }) => `${path} is no YAML; what it settles is unknown`,
    fault: ({ path, message, issues, fault }: { path: string; message: string; issues: string; fault: string }) =>
      `kafka-review: ${path}: ${message}; please report this at ${issues}\n${fault}`,
    noTransport: 'lsp: expected --stdio, --node-ipc, --socket=PORT or --pipe=NAME',
    workbookDrift: '--check: a workbook cannot be compared; check the CSV or the Markdown',
    agrees: ({ path }: { path: string }) => `${path} agrees with the files\n`,
    drifted: ({ path, differences }: { path: string; differences: readonly string[] }) =>
      `${path} has drifted from the files:\n${differences.map(difference => `  ${difference}\n`).join('')}`,
  },
}

interface Version {
  version: string
}
