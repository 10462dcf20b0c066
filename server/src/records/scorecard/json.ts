import { struckData } from '../../model/struck.ts'
import { word } from '../../words/message.ts'
import { placesOf } from '../rows.ts'
import { rowsOf, whereOf, whoOf, type Wording } from './rows.ts'
import type { Against, ClusterCard, Line, Scorecard } from './card.ts'
import type { Consequences } from './what-if.ts'

/** The scorecard as JSON: ids as they are, texts in the language, places as the reader would name them. */
export function scorecardJson(card: Scorecard, consequences: readonly Consequences[], wording: Wording): string {
  const { words } = wording
  const written = {
    version: 1,
    language: words.record.language,
    clusters: card.clusters.map(one => clusterJson(one, wording)),
    stray: card.stray.map(line => ({ item: line.item, ...lineJson(line, wording) })),
    whatIf: consequences.map(({ suppose, broken, unclear }) => ({
      suppose,
      breaks: broken.map(({ cluster, line, topics, alternatives, clusters }) => ({
        cluster: cluster?.name.state === 'known' ? cluster.name.value : null,
        item: line.item,
        ...lineJson(line, wording),
        topics,
        alternatives: alternatives.map(({ code }) => code),
        clusters,
      })),
      unclear: unclear.map(({ line }) => ({ item: line.item, ...lineJson(line, wording) })),
    })),
  }
  return `${JSON.stringify(struckData(written, wording.db.estate.secrets), undefined, 2)}\n`
}

function clusterJson(card: ClusterCard, wording: Wording): object {
  const { show } = wording
  return {
    name: card.name,
    place: show(card.at),
    rpo: card.declared?.rpo?.value ?? null,
    rto: card.declared?.rto?.value ?? null,
    rows: rowsOf(card, wording).length,
    items: card.items.map(({ item, path, lines, blanks, owner, tested, reference, decision, none, against }) => ({
      item,
      path,
      blanks,
      owner: owner?.value ?? null,
      tested: tested?.value ?? null,
      ...(reference ? { reference: reference.value } : {}),
      ...(decision ? { decision: decision.value } : {}),
      ...(none ? { none: none.value } : {}),
      entries: lines.map(line => lineJson(line, wording)),
      findings: against.map(one => findingJson(one, wording)),
    })),
    gates: card.gates.map(({ gate, answer, said, places }) => ({
      gate,
      ...(answer ? { answer } : {}),
      ...(said ? { declared: said.value } : {}),
      places: placesOf({ places }, show),
    })),
  }
}

function lineJson({ kind, names, note, destination, basis, places, nearest, against }: Line, wording: Wording): object {
  return {
    kind,
    names,
    ...(note ? { note: wording.words.note(note) } : {}),
    where: whereOf(destination, wording.words),
    countries: destination?.countries.map(({ code }) => code) ?? [],
    provider: destination?.provider?.id ?? null,
    who: whoOf(destination, wording),
    basis,
    places: placesOf({ places }, wording.show),
    ...(nearest ? { nearest } : {}),
    findings: against.map(one => findingJson(one, wording)),
  }
}

const findingJson = ({ code, level, message, at, suppressed }: Against, { show, words }: Wording): object => ({
  code,
  level,
  message: word(message, words.record.messages),
  place: show(at),
  ...(suppressed ? { accepted: suppressed.reason } : {}),
})
