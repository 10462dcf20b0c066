import { flowGraph } from '../../server/src/assess/flow-graph.ts'
import { compareStates, type State } from '../../server/src/delta/delta.ts'
import { deltaFormats } from '../../server/src/delta/formats.ts'
import { sheetOf } from '../../server/src/delta/sheet.ts'
import { factsFileOf, type FileToTell } from '../../server/src/facts/facts-file.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import type { Locale } from '../../server/src/locale/locale.ts'
import { withoutSecrets } from '../../server/src/locale/struck.ts'
import { renderHover } from '../../server/src/lsp/hover.ts'
import { toDiagnostic } from '../../server/src/lsp/to-lsp.ts'
import { managedClusters } from '../../server/src/migration/inventory.ts'
import { migrationOf } from '../../server/src/migration/migrate.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { recordFormats } from '../../server/src/records/formats.ts'
import { scorecardFormats } from '../../server/src/records/scorecard/formats.ts'
import { scorecardOf } from '../../server/src/records/scorecard/scorecard.ts'
import { consequencesOf } from '../../server/src/records/scorecard/what-if.ts'
import { flowMermaid } from '../../server/src/report/flow/mermaid.ts'
import { flowSvg } from '../../server/src/report/flow/svg.ts'
import { reportFormats } from '../../server/src/report/formats.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { baseName } from '../../server/src/text/uri.ts'
import { word } from '../../server/src/words/message.ts'
import { theLibrary } from './fixtures.ts'

const show = ({ file, span }: Place): string => `${baseName(file)}:${span.start}`

/** All that anybody is ever told of a state of the files, by the name of what tells it: each form of each writer. Workbooks are packed. */
export function outputsOf(state: State): Map<string, string | Uint8Array> {
  const { db, files, reviewed } = state
  const locale = withoutSecrets(inEnglish, db.estate.secrets)
  const { words, record, scorecard } = locale
  const findings = reviewed.flatMap(file => file.findings)
  const report = { files: reviewed, problems: [], coverage: [] }
  const context = {
    locale,
    version: '0.0.0',
    knowledge: theLibrary().knowledge,
    fails: () => true,
    explain: true,
  }
  const processing = recordOf(db, files, findings)
  const card = scorecardOf(db, findings)
  const consequences = [consequencesOf(db, card, { is: 'withoutLaw', country: 'US' })]
  const graph = flowGraph(db, files)
  return new Map<string, string | Uint8Array>([
    ...Object.entries(reportFormats).map(([name, write]) => [`report ${name}`, write(report, context)] as const),
    ...Object.entries(recordFormats).map(
      ([name, { write }]) => [`record ${name}`, write(processing, record, { show }, db)] as const,
    ),
    ...Object.entries(scorecardFormats).map(
      ([name, { write }]) => [`scorecard ${name}`, write(card, consequences, { words: scorecard, show, db })] as const,
    ),
    [
      'facts',
      JSON.stringify(factsFileOf({ program: '0.0.0', repository: 'r' }, toldOf(state), db.estate.secrets, report)),
    ],
    ['map svg', flowSvg(graph, words)],
    ['map mermaid', flowMermaid(graph, words)],
    ['hovers', findings.map(one => renderHover(one, theLibrary().knowledge, {}, locale)).join('\n')],
    ['diagnostics', diagnosticsOf(state, locale)],
    ['fixes', findings.flatMap(({ fixes }) => fixes.map(({ title }) => word(title, words))).join('\n')],
    ...movesOf(state, locale),
  ])
}

const toldOf = ({ db, reviewed }: State): FileToTell[] =>
  reviewed.flatMap(({ uri, path, lines }) => {
    const facts = db.estate.facts(uri)
    return facts ? [{ uri, path, lines, facts }] : []
  })

/** The forms of what a change of the files means. */
export function outputsOfChange(before: State, after: State): Map<string, string> {
  const place = ({ file, span }: Place): { file: string; line: number; column: number } => ({
    file: baseName(file),
    line: 1,
    column: span.start + 1,
  })
  const locale = [before, after].reduce((known, { db }) => withoutSecrets(known, db.estate.secrets), inEnglish)
  const sheet = sheetOf(compareStates(before, after), locale, { before: place, after: place })
  return new Map(Object.entries(deltaFormats).map(([name, write]) => [`diff ${name}`, write(sheet, locale, '0.0.0')]))
}

function diagnosticsOf({ reviewed }: State, { words }: Locale): string {
  const lines = new Map(reviewed.map(({ uri, text }) => [uri, indexLines(text)]))
  return JSON.stringify(
    reviewed.flatMap(({ findings, text }) =>
      findings.map(one => toDiagnostic(one, indexLines(text), uri => lines.get(uri), undefined, words)),
    ),
  )
}

/** The files of the move of each managed cluster. */
function movesOf({ db, files }: State, { words, record }: Locale): [string, string][] {
  return managedClusters(db, files).flatMap(cluster => {
    const moved = migrationOf(db, files, cluster, {
      words,
      record,
      showPlace: show,
      showFile: baseName,
      configuration: undefined,
    })
    return [...moved.files].map(([name, text]): [string, string] => [`migration ${name}`, text])
  })
}
