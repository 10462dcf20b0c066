import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { Knowledge } from '../knowledge/load.ts'
import type { Level } from '../model/configuration.ts'
import { placesBeside, type Finding } from '../rules/finding.ts'
import { pageUrl, summaryOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import type { Rule } from '../rules/rule.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import type { Locale } from '../locale/locale.ts'
import { say, word, type Message } from '../words/message.ts'
import type { Report, ReviewedFile } from './report.ts'

/** The findings as SARIF 2.1.0; suppressed ones carry their reason as an accepted risk. */
export function reportSarif(
  { files, problems, coverage }: Report,
  version: string,
  knowledge: Knowledge,
  locale: Locale,
): string {
  const tell = (message: Message): string => word(message, locale.words)
  const pathOf = new Map(files.map(({ uri, path }) => [uri, path]))
  const linesOf = new Map(files.map(({ uri, text }) => [uri, indexLines(text)]))
  const location = ({ at }: Pick<Finding, 'at'>): NonNullable<Result['locations']>[number] | undefined => {
    const [path, lines] = [pathOf.get(at.file), linesOf.get(at.file)]
    return path === undefined || !lines
      ? undefined
      : {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(path), uriBaseId: 'SRCROOT' },
            region: region(at.span, lines),
          },
        }
  }
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Kafka Review',
            version,
            informationUri: 'https://github.com/kafka-review/kafka-review',
            rules: rules.map(rule => describe(rule, knowledge, locale)),
          },
        },
        language: locale.id,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: tell(say('report.root')) } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...problems.map(({ fault, ...problem }) => ({
                level: fault === undefined ? ('warning' as const) : ('error' as const),
                message: { text: tell(say('report.problem', problem)) },
              })),
              ...coverage.flatMap(({ path, unread }) =>
                unread.map(({ line, column, why }) => ({
                  level: 'note' as const,
                  message: { text: tell(say('report.unread', { place: path, why })) },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: { uri: encodeURI(path), uriBaseId: 'SRCROOT' },
                        region: { startLine: line, startColumn: column },
                      },
                    },
                  ],
                })),
              ),
            ],
          },
        ],
        results: files.flatMap(file => {
          const text = maskSecrets(file)
          return file.findings.map((finding, index): Result => {
            const related = placesBeside(finding).flatMap((other, id) => {
              const place = location(other)
              return place ? [{ ...place, id, message: { text: tell(other.message) } }] : []
            })
            const place = location(finding)
            return {
              ruleId: finding.code,
              ruleIndex: rules.findIndex(({ code }) => code === finding.code),
              level: levels[finding.level],
              message: { text: tell(finding.message) },
              locations: place ? [place] : [],
              ...(related.length > 0 ? { relatedLocations: related } : {}),
              partialFingerprints: { 'kafkaReview/v1': fingerprint(finding, text, file.findings.slice(0, index)) },
              ...acceptance(finding),
              properties: {
                certainty: finding.certainty,
                ...(finding.folded ? { folded: true } : {}),
                because: finding.because.map(reason => tell(reason)),
                ...finding.data,
              },
            }
          })
        }),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

function describe(rule: Rule, knowledge: Knowledge, { pageOf }: Locale): ReportingDescriptor {
  const articles = rule.law.flatMap(id => knowledge.law.get(id) ?? [])
  const page = pageOf(rule)
  return {
    id: rule.code,
    name: rule.name,
    shortDescription: { text: summaryOf(page) },
    help: { text: summaryOf(page), markdown: page },
    helpUri: pageUrl(rule),
    defaultConfiguration: { level: levels[rule.level] },
    properties: { tags: [rule.family], law: articles.map(({ cite }) => cite) },
  }
}

function region(
  { start, end }: Finding['at']['span'],
  lines: LineIndex,
): { startLine: number; startColumn: number; endLine: number; endColumn: number } {
  const [from, to] = [lines.position(start), lines.position(end)]
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  }
}

/** Who accepted the finding and why: a comment in its file, or the configuration. */
const acceptance = ({ suppressed, at }: Finding): Pick<Result, 'suppressions'> =>
  suppressed
    ? {
        suppressions: [
          { kind: suppressed.by.file === at.file ? 'inSource' : 'external', justification: suppressed.reason },
        ],
      }
    : {}

/** Stays the same when lines move: the code, the words of the line without its white space, and how many such came before. */
function fingerprint(finding: Finding, text: string, before: readonly Finding[]): string {
  const key = ({ code, at }: Finding): string => `${code} ${lineOf(text, at.span.start)}`
  const own = key(finding)
  const nth = before.filter(other => key(other) === own).length
  // A secret must not be guessed from its hash: its line counts by its key only.
  const telling = finding.family === 'secret' ? `${finding.code} ${JSON.stringify(finding.message)}` : own
  return `${hash(telling)}:${nth}`
}

const lineOf = (text: string, offset: number): string =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1, (text.indexOf('\n', offset) + text.length + 1) % (text.length + 1))
    .replace(/\s+/g, '')

function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const character of text)
    value = BigInt.asUintN(64, (value ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}

/** The text of a file with its secrets struck out, each character where it stood. */
const maskSecrets = ({ text, secrets }: ReviewedFile): string =>
  secrets.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + masked.slice(start, end).replace(/[^\s"']/g, '*') + masked.slice(end),
    text,
  )
