import { categoryName } from '../assess/category-message.ts'
import type { Place } from '../model/fact.ts'
import { codeSpan as code, escapeMarkdown, flat } from '../text/markdown.ts'
import { say, word, type Language, type Message, type Part } from '../words/message.ts'
import type { Plan } from './plan.ts'
import { stepsOf, type Tell } from './steps.ts'
import type { Question } from './questions.ts'
import type { Ending } from './record.ts'

/** What the document is written from. */
export interface Guide {
  readonly plan: Plan
  readonly questions: readonly Question[]
  readonly endings: readonly Ending[]
  readonly words: Language
  readonly show: (place: Place) => string
}

/** The document that leads through the move. */
export function guideMarkdown(given: Guide): string {
  const guide: Guide = { ...given, show: place => plainText(given.show(place)) }
  const { plan, words } = guide
  const { inventory, target } = plan
  const names = { cluster: inventory.name, target: target.name }
  const tell = (message: Message): string => word(withoutMarkup(message), words)
  return `${[
    `# ${tell(say('move.title', { cluster: inventory.name }))}`,
    tell(say('move.introduction', names)),
    ...inventorySection(guide, tell),
    ...questionSection(guide, tell),
    ...recordSection(guide, tell),
    `## ${tell(say('move.steps'))}`,
    ...steps(guide, tell),
    tell(say('move.rehearsal')),
  ].join('\n\n')}\n`
}

/** A name that is no markup, also within a code span. */
const plainText = (text: string): string =>
  flat(text)
    .replaceAll('`', "'")
    .replace(/[<[\]!]/g, '\\$&')

/** A message whose names are no markup and no line of their own, wherever they stand in it. */
const withoutMarkup = ({ id, data }: Message): Message => ({
  id,
  data: Object.fromEntries(Object.entries(data).map(([key, part]) => [key, partWithoutMarkup(part)])),
})

function partWithoutMarkup(part: Part): Part {
  if (typeof part === 'string') return plainText(part)
  if (typeof part !== 'object') return part
  return 'id' in part ? withoutMarkup(part) : part.map(one => partWithoutMarkup(one) as string | Message)
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n')

const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

function inventorySection({ plan, words, show }: Guide, tell: Tell): string[] {
  const { inventory, users, connectors, changes, brokerRights } = plan
  const { topics, groups, rights, schemas, internal } = inventory
  const counts = {
    topics: topics.length,
    groups: groups.length,
    rights: rights.length,
    users: users.length,
    connectors: connectors.length,
    schemas: schemas.length,
  }
  const placed = ({ at }: { readonly at: readonly Place[] }): string => (at[0] ? show(at[0]) : '')
  const topicRows = topics.map(topic => [
    code(topic.name),
    topic.partitions === undefined ? tell(say('move.asked')) : String(topic.partitions),
    topic.kept ? tell(topic.kept) : tell(say('move.asked')),
    categoriesIn(topic.data, words) || tell(say('move.none')),
    placed(topic),
  ])
  return [
    `## ${tell(say('move.inventory'))}`,
    tell(say('move.counts', counts)),
    ...(topics.length === 0
      ? []
      : [
          `### ${tell(say('move.topics'))}`,
          table(
            [
              say('move.topic'),
              say('move.partitions'),
              say('move.retention'),
              say('move.personalData'),
              say('move.places'),
            ].map(tell),
            topicRows,
          ),
        ]),
    ...(groups.length === 0
      ? []
      : [`### ${tell(say('move.groups'))}`, list(groups.map(group => `${code(group.name)} (${placed(group)})`))]),
    ...(users.length === 0
      ? []
      : [
          `### ${tell(say('move.users'))}`,
          table(
            [say('move.was'), say('move.user'), say('move.authentication')].map(tell),
            users.map(({ was, name, authentication, policy }) => [
              policy ? tell(say('move.policy', { name: was })) : code(was),
              code(name),
              authentication === 'tls' ? 'mTLS' : 'SCRAM-SHA-512',
            ]),
          ),
        ]),
    ...(connectors.length === 0
      ? []
      : [
          `### ${tell(say('move.connectors'))}`,
          table(
            [say('move.connector'), say('move.class'), say('move.places')].map(tell),
            connectors.map(item => [
              code(item.name),
              item.connector.class.state === 'known' ? code(item.connector.class.value) : tell(say('move.asked')),
              placed(item),
            ]),
          ),
        ]),
    ...(schemas.length === 0
      ? []
      : [`### ${tell(say('move.schemas'))}`, list(schemas.map(schema => `${code(schema.name)} (${placed(schema)})`))]),
    ...(changes.length === 0
      ? []
      : [
          `### ${tell(say('move.changes'))}`,
          list(
            changes.map(({ topic, key, was, is }) =>
              tell(
                is === undefined
                  ? say('move.dropped', { topic, key, was })
                  : say('move.changed', { topic, key, was, is }),
              ),
            ),
          ),
        ]),
    ...(internal.length + brokerRights.length === 0
      ? []
      : [
          `### ${tell(say('move.left'))}`,
          list([
            ...(internal.length > 0 ? [tell(say('move.internal', { names: internal.map(({ name }) => name) }))] : []),
            ...(brokerRights.length > 0 ? [tell(say('move.brokerRights', { count: brokerRights.length }))] : []),
          ]),
        ]),
  ]
}

/** The categories of personal data, each once, in the words of the language. */
const categoriesIn = (data: Plan['inventory']['topics'][number]['data'], words: Language): string =>
  [...new Set(data.map(({ category }) => word(categoryName(category), words)))].join(', ')

function questionSection({ questions, show }: Guide, tell: Tell): string[] {
  const open = questions.filter(({ variable }) => variable !== undefined).length
  return [
    `## ${tell(say('move.questions'))}`,
    tell(say('move.questionsIntroduction', { open, decisions: questions.length - open })),
    table(
      ['', ...[say('move.question'), say('move.variable'), say('move.places')].map(tell)],
      questions.map(({ id, ask, variable, at }) => [
        id,
        tell(ask),
        variable === undefined ? tell(say('move.decision')) : code(variable),
        at[0] ? show(at[0]) : '',
      ]),
    ),
  ]
}

function recordSection({ endings, words, show }: Guide, tell: Tell): string[] {
  return [
    `## ${tell(say('move.record'))}`,
    tell(say('move.recordIntroduction')),
    table(
      [say('move.party'), say('move.after'), say('move.places')].map(tell),
      endings.map(({ party, ends, at }) => [
        escapeMarkdown(party),
        tell(ends ? say('move.ends') : say('move.stays')),
        at ? show(at) : '',
      ]),
    ),
    word(say('move.machines'), words),
  ]
}

const shell = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`\`\`\`sh\n${lines.join('\n')}\n\`\`\``]

function steps(guide: Guide, tell: Tell): string[] {
  return stepsOf(guide.plan, tell).flatMap(({ title, text, beside, commands, check, checks, back, backs }, index) => [
    `### ${index}. ${tell(title)}`,
    tell(text),
    ...(beside === undefined ? [] : [beside]),
    ...shell(commands),
    `**${tell(say('move.check'))}:** ${tell(check)}`,
    ...shell(checks),
    `**${tell(say('move.back'))}:** ${tell(back)}`,
    ...shell(backs),
  ])
}
