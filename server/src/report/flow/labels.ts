import { categoryName } from '../../assess/category-message.ts'
import type { FlowGraph, Station, Zone } from '../../assess/flow-graph.ts'
import { countryName } from '../../assess/place-messages.ts'
import { say, word, type Language, type Message } from '../../words/message.ts'

/** The stations of a border, zone by zone. */
export interface Band {
  readonly border: Zone['border']
  readonly title: string
  readonly zones: readonly { readonly zone: Zone; readonly title: string; readonly stations: readonly Station[] }[]
}

/** The map cut along its borders, from the own network outwards. */
export function bandsOf({ stations, zones }: FlowGraph, words: Language): Band[] {
  const borders = [...new Set(zones.map(({ border }) => border))]
  return borders.map(border => ({
    border,
    title: word(say(`flow.${border}`), words),
    zones: zones
      .filter(zone => zone.border === border)
      .map(zone => ({
        zone,
        title: titleOf(zone, words).join(' · '),
        stations: stations.filter(station => station.zone === zone.id),
      })),
  }))
}

/** What stands in the box of a station: its name, what it is, what it holds of people. */
export function linesOf(station: Station, words: Language): string[] {
  const { name, kind, detail, several, effect } = station
  const told = toldOf(station)
  const title = several ? word(say('flow.bundle', { first: name, count: several.length }), words) : name
  const what = several && kind === 'topic' ? say('flow.bundled', { count: several.length }) : say(`station.${kind}`)
  return [
    cut(title, 34),
    cut([word(what, words), ...(detail ? [word(say('station.detail', { detail }), words)] : [])].join(' · '), 38),
    ...(told ? [cut(word(told, words), 38)] : []),
    ...(effect ? [word(say(`flow.${effect}`), words)] : []),
  ]
}

/** What is known of people in the records of a station; undefined where they tell of nobody. */
function toldOf({ kind, sensitivity, holds, named }: Station): Message | undefined {
  if (sensitivity === 'none' || (sensitivity === 'untold' && kind !== 'topic')) return undefined
  const mark = say(`flow.${sensitivity}`)
  if (kind !== 'topic' || sensitivity === 'untold') return mark
  return named === undefined || holds.length > 0
    ? say('flow.holding', { mark, categories: holds.map(categoryName) })
    : say('flow.named', { mark, what: named })
}

/** A station in a sentence, for whoever does not see the map. */
export const sayStation = (
  { name, kind, detail, holds, sensitivity, named, several, effect }: Station,
  place: string,
  words: Language,
): string =>
  word(
    say('flow.station', {
      kind: say(`station.${kind}`),
      name: several ? several.join(', ') : name,
      detail:
        sensitivity === 'untold' && kind === 'topic' ? say('flow.untold') : detail && say('station.detail', { detail }),
      place,
      holds: holds.length > 0 || named === undefined ? holds.map(categoryName) : [named],
      effect: effect && say(`flow.${effect}`),
    }),
    words,
  )

/** Where a station stands, in words: its border, its country and owner. */
export function placeWords({ zones }: FlowGraph, { zone }: Station, words: Language): string {
  const found = zones.find(({ id }) => id === zone)
  return found ? [word(say(`flow.${found.border}`), words), ...titleOf(found, words)].join(', ') : ''
}

const titleOf = ({ country, owner }: Zone, words: Language): string[] => [
  ...(country ? [word(countryName(country), words)] : []),
  ...(owner === undefined ? [] : [owner]),
]

/** Characters beyond a length are left out. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text
