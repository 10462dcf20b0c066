import type { FlowGraph, Station, Zone } from '../../assess/flow-graph.ts'

/** The stations of a border, zone by zone. */
export interface Band {
  readonly border: Zone['border']
  readonly title: string
  readonly zones: readonly { readonly zone: Zone; readonly title: string; readonly stations: readonly Station[] }[]
}

const titles: Readonly<Record<Zone['border'], string>> = {
  inside: 'Own network',
  eea: 'European Economic Area',
  adequate: 'Adequate country',
  conditional: 'Adequate for some recipients',
  third: 'Third country',
  open: 'Country not known',
}

/** The map cut along its borders, from the own network outwards. */
export function bandsOf({ stations, zones }: FlowGraph): Band[] {
  const borders = [...new Set(zones.map(({ border }) => border))]
  return borders.map(border => ({
    border,
    title: titles[border],
    zones: zones
      .filter(zone => zone.border === border)
      .map(zone => ({
        zone,
        title: [zone.country ?? [], zone.owner ?? []].flat().join(' · '),
        stations: stations.filter(station => station.zone === zone.id),
      })),
  }))
}

/** What stands in the box of a station: its name, what it is, what it holds of people. */
export function linesOf({ name, kind, detail, sensitivity, holds }: Station): string[] {
  const mark =
    sensitivity === 'special' ? '◆ special category' : sensitivity === 'personal' ? '● personal data' : undefined
  return [
    cut(name, 34),
    cut([kind, ...(detail ? [detail] : [])].join(' · '), 38),
    ...(mark ? [cut(kind === 'topic' ? `${mark}: ${holds.join(', ')}` : mark, 38)] : []),
  ]
}

/** A station in a sentence, for whoever does not see the map. */
export const sayStation = ({ name, kind, detail, holds }: Station, place: string): string =>
  [
    `${kind} ${name}`,
    ...(detail ? [detail] : []),
    place,
    ...(holds.length > 0 ? [`personal data: ${holds.join(', ')}`] : []),
  ].join(', ')

/** Characters beyond a length are left out. */
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
