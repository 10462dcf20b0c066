import { categoryName } from '../../assess/category-message.ts'
import type { FlowGraph, Station, Zone } from '../../assess/flow-graph.ts'
import { countryName } from '../../assess/place-messages.ts'
import { say, word, type Language } from '../../words/message.ts'

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
        title: [zone.country ? word(countryName(zone.country), words) : [], zone.owner ?? []].flat().join(' · '),
        stations: stations.filter(station => station.zone === zone.id),
      })),
  }))
}

/** What stands in the box of a station: its name, what it is, what it holds of people. */
export function linesOf(station: Station, words: Language): string[] {
  const { name, kind, detail, sensitivity, holds } = station
  const categories = holds.map(categoryName)
  const mark = sensitivity === 'none' ? undefined : say(`flow.${sensitivity}`)
  const shown = mark && kind === 'topic' ? say('flow.holding', { mark, categories }) : mark
  return [
    cut(name, 34),
    cut([word(say(`station.${kind}`), words), ...(detail ? [detail] : [])].join(' · '), 38),
    ...(shown ? [cut(word(shown, words), 38)] : []),
  ]
}

/** A station in a sentence, for whoever does not see the map. */
export const sayStation = ({ name, kind, detail, holds }: Station, place: string, words: Language): string =>
  word(
    say('flow.station', { kind: say(`station.${kind}`), name, detail, place, holds: holds.map(categoryName) }),
    words,
  )

/** Characters beyond a length are left out. */
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
