import type { Log, Result } from 'sarif'
import type { Locale } from '../locale/locale.ts'
import { sarifLevels } from '../report/sarif.ts'
import { hash } from '../text/hash.ts'
import { toReference } from '../text/uri.ts'
import { say, word } from '../words/message.ts'
import { changeKinds } from './change.ts'
import type { Item, Sheet, ShownPlace } from './sheet.ts'

/** The changes that ask something, as SARIF 2.1.0, each at its place in the new files; the findings themselves are what `check` writes. */
export function deltaSarif({ items }: Sheet, version: string, { id, words }: Locale): string {
  const kinds = Object.keys(changeKinds)
  const rules = kinds.map(kind => ({ id: `delta/${kind}`, shortDescription: { text: kind } }))
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
            rules,
          },
        },
        automationDetails: { id: 'kafka-review-diff/' },
        language: id,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: word(say('report.root'), words) } } },
        results: items
          .filter(({ level }) => level !== 'hint')
          .map(
            (item): Result => ({
              ruleId: `delta/${item.kind}`,
              ruleIndex: kinds.indexOf(item.kind),
              level: sarifLevels[item.level],
              message: { text: item.text },
              locations: [item.after ?? item.before].flatMap(place => (place ? [location(place)] : [])),
              partialFingerprints: { 'kafkaReview/delta/v1': printOf(item) },
            }),
          ),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

const location = ({ file, line, column }: ShownPlace): NonNullable<Result['locations']>[number] => ({
  physicalLocation: {
    artifactLocation: { uri: toReference(file), uriBaseId: 'SRCROOT' },
    region: { startLine: line, startColumn: column },
  },
})

const printOf = ({ kind, text, after, before }: Item): string =>
  hash(JSON.stringify([kind, text, (after ?? before)?.file]))
