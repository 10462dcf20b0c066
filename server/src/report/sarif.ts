import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { Knowledge } from '../knowledge/load.ts'
import type { Level } from '../model/configuration.ts'
import { placesBeside, sentenceOf, type Finding, type Related } from '../rules/finding.ts'
import { fingerprintOf } from '../rules/identity.ts'
import { pageUrl, sectionOf, summaryOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import type { Rule } from '../rules/rule.ts'
import type { Locale } from '../locale/locale.ts'
import { toReference } from '../text/uri.ts'
import { say, word, type Message } from '../words/message.ts'
import { placesOfCopies } from './copies.ts'
import { lineHashes } from './line-hash.ts'
import { regionOf, type Report, type ReviewedFile } from './report.ts'

/** The findings as SARIF 2.1.0; suppressed ones carry their reason as an accepted risk. */
export function reportSarif(
  { files, problems, coverage }: Report,
  version: string,
  knowledge: Knowledge,
  locale: Locale,
): string {
  const tell = (message: Message): string => word(message, locale.words)
  const pathOf = new Map(files.map(({ uri, path }) => [uri, path]))
  const linesOf = new Map(files.map(({ uri, lines }) => [uri, lines]))
  const location = ({ at }: Pick<Finding, 'at'>): NonNullable<Result['locations']>[number] | undefined => {
    const [path, lines] = [pathOf.get(at.file), linesOf.get(at.file)]
    return path === undefined || !lines
      ? undefined
      : {
          physicalLocation: {
            artifactLocation: { uri: toReference(path), uriBaseId: 'SRCROOT' },
            region: regionOf(at.span, lines),
          },
        }
  }
  const copies = placesOfCopies(files)
  const againAt = (finding: Finding): Related[] =>
    (copies.get(finding) ?? []).map(({ finding: { at } }) => ({ at, message: say('related.again') }))
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
        // The part before the last slash is the category of code scanning: other tools, and other runs of this one, beside it.
        automationDetails: { id: 'kafka-review/' },
        language: locale.id,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: tell(say('report.root')) } } },
        invocations: [
          {
            executionSuccessful: problems.every(({ fault }) => fault === undefined),
            toolExecutionNotifications: [
              ...problems.map(({ fault, ...problem }) => ({
                level: fault === undefined ? ('warning' as const) : ('error' as const),
                message: { text: tell(say('report.problem', problem)) },
              })),
              ...coverage.flatMap(({ path, unread }) =>
                unread.map(({ line, column, why }) => ({
                  level: 'note' as const,
                  message: { text: tell(say('report.unread', { place: path, why: tell(why) })) },
                  locations: [
                    {
                      physicalLocation: {
                        artifactLocation: { uri: toReference(path), uriBaseId: 'SRCROOT' },
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
          const prints = fingerprintsIn(file)
          return file.findings.map((finding): Result => {
            const related = [...placesBeside(finding), ...againAt(finding)].flatMap((other, id) => {
              const place = location(other)
              return place ? [{ ...place, id, message: { text: tell(other.message) } }] : []
            })
            const place = location(finding)
            return {
              ruleId: finding.code,
              ruleIndex: rules.findIndex(({ code }) => code === finding.code),
              level: sarifLevels[finding.level],
              message: { text: tell(sentenceOf(finding)) },
              locations: place ? [place] : [],
              ...(related.length > 0 ? { relatedLocations: related } : {}),
              partialFingerprints: prints(finding),
              ...stateOf(finding, file),
              ...acceptance(finding),
              properties: {
                certainty: finding.certainty,
                ...(finding.folded || file.copies?.has(finding) ? { folded: true } : {}),
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

/** What a level is called there. */
export const sarifLevels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** What says something of the security of data; code scanning lists it by these figures of 10, everything else by its level. */
const security: ReadonlySet<string> = new Set([
  'secret',
  'transport',
  'access',
  'personal-data',
  'group-name',
  'transfer',
  'foreign-law',
  'retention',
])
const severities: Readonly<Record<Level, string>> = { error: '8.0', warning: '5.0', information: '3.0', hint: '1.0' }

function describe(rule: Rule, knowledge: Knowledge, { pageOf, words }: Locale): ReportingDescriptor {
  const page = pageOf(rule)
  const [why, todo] = [sectionOf(page, word(say('page.why'), words)), sectionOf(page, word(say('page.todo'), words))]
  const articles = rule.law.flatMap(id => knowledge.law.get(id) ?? [])
  const isSecurity = security.has(rule.family)
  return {
    id: rule.code,
    name: rule.name,
    shortDescription: { text: summaryOf(page) },
    fullDescription: { text: `${summaryOf(page)} ${why}` },
    help: { text: `${summaryOf(page)}\n\n${todo}`, markdown: page },
    helpUri: pageUrl(rule),
    defaultConfiguration: { level: sarifLevels[rule.level] },
    properties: {
      tags: [rule.family, ...(isSecurity ? ['security'] : [])],
      ...(isSecurity ? { 'security-severity': severities[rule.level] } : {}),
      law: articles.map(({ cite }) => cite),
    },
  }
}

/** Whether a baseline knows the finding, where there is one. */
const stateOf = (finding: Finding, { known }: ReviewedFile): Pick<Result, 'baselineState'> =>
  known ? { baselineState: known.has(finding) ? 'unchanged' : 'new' } : {}

/** Who accepted the finding and why: a comment in its file, or the configuration. */
const acceptance = ({ suppressed, at }: Finding): Pick<Result, 'suppressions'> =>
  suppressed
    ? {
        suppressions: [
          { kind: suppressed.by.file === at.file ? 'inSource' : 'external', justification: suppressed.reason },
        ],
      }
    : {}

/** By what a finding is known again: our own identity, and the line as code scanning does it, told apart where several findings of a rule stand on one. */
function fingerprintsIn(file: ReviewedFile): (finding: Finding) => Record<string, string> {
  // A secret must not be guessed from the hash of its line.
  const text = maskSecrets(file)
  const hashOf = lineHashes(text)
  const taken = new Map<string, number>()
  return finding => {
    const identity = file.identities.get(finding)
    const line = hashOf(file.lines.position(finding.at.span.start).line)
    const nth = taken.get(`${finding.code} ${line}`) ?? 0
    taken.set(`${finding.code} ${line}`, nth + 1)
    return {
      ...(text === '' ? {} : { primaryLocationLineHash: nth === 0 ? line : `${line}:${nth + 1}` }),
      ...(identity ? { 'kafkaReview/v2': fingerprintOf(identity) } : {}),
    }
  }
}

/** The text of a file with its secrets struck out, each character where it stood. */
const maskSecrets = ({ text, secrets }: ReviewedFile): string =>
  secrets.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + masked.slice(start, end).replace(/[^\s"']/g, '*') + masked.slice(end),
    text,
  )
