import { categoryName } from '../assess/category-message.ts'
import { schemaOf } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { dataOf, detailOf } from '../assess/flow-graph.ts'
import { partiesOf, topicOf, type Party } from '../assess/parties.ts'
import { whereabouts } from '../assess/place-messages.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { destinationOf } from '../assess/residency.ts'
import { knownValue } from '../model/fact.ts'
import { mentionsAt } from '../model/references.ts'
import type { Span } from '../text/span.ts'
import { say, word, type Language, type Message } from '../words/message.ts'
import { codeSpan, escapeMarkdown } from '../text/markdown.ts'
import type { Uri } from '../text/uri.ts'

/** What is known of the topic at an offset: the personal data in it, where it comes from and where it goes. Markdown. */
export function renderTopic(
  file: Uri,
  offset: number,
  db: Db,
  language: Language,
): { readonly value: string; readonly span: Span } | undefined {
  const mention = mentionsAt(db.estate, file, offset).find(({ what }) => what === 'topic')
  const topic = mention && topicOf(db, mention)
  if (!mention || !topic) return undefined
  const { into, out } = partiesOf(db, topic)
  const struck = (name: string): string => db.estate.secrets.struckFrom(name)
  const cluster = topic.declared && knownValue(topic.declared.cluster)
  const parts = [
    word(
      headOf(struck(topic.name), topic.declared !== undefined, cluster === undefined ? cluster : struck(cluster)),
      language,
    ),
    holds(dataOf(db, topic), schemaOf(db, topic.name, topic) !== undefined, struck, language),
    list(say('hover.comesFrom'), into, db, language),
    list(say('hover.goesTo'), out, db, language),
  ]
  return { value: parts.filter(part => part !== '').join('\n\n'), span: mention.place.span }
}

function headOf(name: string, isDeclared: boolean, on: string | undefined): Message {
  const topic = escapeMarkdown(name)
  if (!isDeclared) return say('hover.topicUndeclared', { topic })
  return on === undefined ? say('hover.topic', { topic }) : say('hover.topicOn', { topic, cluster: escapeMarkdown(on) })
}

function holds(
  data: readonly PersonalData[],
  described: boolean,
  struck: (name: string) => string,
  language: Language,
): string {
  if (data.length === 0) return word(say(described ? 'hover.noPersonalData' : 'hover.noSchema'), language)
  const byCategory = new Map<string, { category: PersonalData['category']; fields: Set<string> }>()
  for (const { category, field } of data) {
    const known = byCategory.get(category.one) ?? { category, fields: new Set() }
    byCategory.set(category.one, { ...known, fields: known.fields.add(struck(field.name.value)) })
  }
  const lines = [...byCategory.values()].map(({ category, fields }) => {
    const name = categoryName(category)
    const shown = word(category.special ? say('category.special', { category: name }) : name, language)
    return `- ${shown}: ${[...fields].map(field => codeSpan(field)).join(', ')}`
  })
  return `**${word(say('hover.personalData'), language)}**\n\n${lines.join('\n')}`
}

const list = (title: Message, parties: readonly Party[], db: Db, language: Language): string =>
  parties.length === 0
    ? ''
    : `**${word(title, language)}**\n\n${parties.map(party => `- ${words(party, db, language)}`).join('\n')}`

function words(party: Party, db: Db, language: Language): string {
  const { role, name, of } = party
  const destination = of.kind === 'connector' || of.kind === 'flow' ? destinationOf(db, of) : undefined
  const detail = detailOf(db, party, destination)
  const more = [
    detail && word(say('station.detail', { detail }), language),
    destination && word(whereabouts(destination), language),
  ].filter(word => word !== undefined)
  return `${word(say(`station.${role}`), language)} ${escapeMarkdown(db.estate.secrets.struckFrom(name))}${more.length > 0 ? `: ${escapeMarkdown(more.join(' · '))}` : ''}`
}
