import { schemaOf } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { dataOf, detailOf } from '../assess/flow-graph.ts'
import { partiesOf, topicOf, type Party } from '../assess/parties.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { destinationOf } from '../assess/residency.ts'
import { knownValue } from '../model/fact.ts'
import { mentionsAt } from '../model/references.ts'
import { whereabouts } from '../rules/transfer/place-words.ts'
import type { Span } from '../text/span.ts'
import { codeSpan, escapeMarkdown } from './markdown.ts'
import type { Uri } from '../text/uri.ts'

/** What is known of the topic at an offset: the personal data in it, where it comes from and where it goes. Markdown. */
export function renderTopic(
  file: Uri,
  offset: number,
  db: Db,
): { readonly value: string; readonly span: Span } | undefined {
  const mention = mentionsAt(db.estate, file, offset).find(({ what }) => what === 'topic')
  const topic = mention && topicOf(db, mention)
  if (!mention || !topic) return undefined
  const { into, out } = partiesOf(db, topic)
  const cluster = topic.declared && knownValue(topic.declared.cluster)
  const on = cluster === undefined ? '' : ` on cluster ${escapeMarkdown(cluster)}`
  const parts = [
    `**Topic ${escapeMarkdown(topic.name)}**${topic.declared ? on : ': no file declares it'}`,
    holds(dataOf(db, topic), schemaOf(db, topic.name, topic) !== undefined),
    list('Comes from', into, db),
    list('Goes to', out, db),
  ]
  return { value: parts.filter(part => part !== '').join('\n\n'), span: mention.place.span }
}

function holds(data: readonly PersonalData[], described: boolean): string {
  if (data.length === 0) return described ? 'No personal data is known in its schema.' : 'No schema of it is known.'
  const byCategory = new Map<string, { special: boolean; fields: Set<string> }>()
  for (const { category, field } of data) {
    const known = byCategory.get(category.one) ?? { special: category.special, fields: new Set() }
    byCategory.set(category.one, { ...known, fields: known.fields.add(field.name.value) })
  }
  return `**Personal data**\n\n${[...byCategory].map(([one, { special, fields }]) => `- ${one}${special ? ', a special category' : ''}: ${[...fields].map(field => codeSpan(field)).join(', ')}`).join('\n')}`
}

const list = (title: string, parties: readonly Party[], db: Db): string =>
  parties.length === 0 ? '' : `**${title}**\n\n${parties.map(party => `- ${words(party, db)}`).join('\n')}`

function words(party: Party, db: Db): string {
  const { role, name, of } = party
  const destination = of.kind === 'connector' || of.kind === 'flow' ? destinationOf(db, of) : undefined
  const more = [detailOf(db, party, destination), destination && whereabouts(destination)].filter(
    word => word !== undefined,
  )
  return `${role} ${escapeMarkdown(name)}${more.length > 0 ? `: ${escapeMarkdown(more.join(' · '))}` : ''}`
}
