import { plural } from '../plural.ts'

/** Reports for people, and the map of the data flow. */
export const reports = {
  /** Why something that speaks of Kafka was not understood. */
  unread: {
    comparison: 'a test compares resources with it; it configures nothing',
    kind: ({ kind, api }: { kind: string; api: string }) => `nothing is read of this ${kind} (${api})`,
    template: 'a template that only its own tool can evaluate',
    format: 'no known kind of file',
    script: 'no command in it declares anything',
    beside: 'belongs to nothing that was understood',
  },
  report: {
    suppressed: ({ reason }: { reason: string }) => `suppressed: ${reason}`,
    summary: ({ errors, warnings, notes, hints }: Counts) => {
      const counts = [
        ...count(errors, 'error'),
        ...count(warnings, 'warning'),
        ...count(notes, 'note'),
        ...count(hints, 'hint'),
      ]
      return counts.length === 0 ? 'Nothing to report.' : `${counts.join(', ')}.`
    },
    folded: ({ path, count: findings }: { path: string; count: number }) =>
      `${path}: hint: ${foldedInto(findings)}; --level hint shows them`,
    copies: ({ places, more }: { places: readonly string[]; more: number }) =>
      `also ${places.join(', ')}${more > 0 ? ` and ${plural(more, 'further place')}` : ''}`,
    noCoverage: 'No file speaks of Kafka.',
    coverage: ({ understood, part, not }: { understood: number; part: number; not: number }) =>
      `${plural(understood, 'file')} understood, ${part} in part, ${not} not.`,
    unread: ({ place, why }: { place: string; why: string }) => `${place}: not understood: ${why}`,
    moreUnread: ({ count: places }: { count: number }) =>
      `${plural(places, 'further place')} not understood; --format json lists all`,
    root: 'the folder that was reviewed',
    problem: ({ path, message }: { path: string; message: string }) => `${path}: ${message}`,
  },
  flow: {
    inside: 'Own network',
    eea: 'European Economic Area',
    adequate: 'Adequate country (Art. 45 GDPR)',
    conditional: 'Adequate for some recipients only (Art. 45 GDPR)',
    third: 'Third country without adequacy decision',
    open: 'Unknown country',
    special: '◆ special category',
    personal: '● personal data',
    untold: 'no schema known',
    /** What the name of a topic without a schema reveals. */
    named: ({ mark, what }: { mark: string; what: string }) => `${mark} by its name: ${what}`,
    /** Topics that are drawn as one box. */
    bundle: ({ first, count }: { first: string; count: number }) => `${first} and ${count - 1} more`,
    bundled: ({ count }: { count: number }) => `${plural(count, 'topic')} with the same flow`,
    /** What a supposition does to a station. */
    breaks: '✕ breaks',
    unclear: '? no file tells whether it breaks',
    possible: 'possible: which of several topics is meant, no file tells',
    /** Which personal data a station holds. */
    holding: ({ mark, categories }: { mark: string; categories: readonly string[] }) =>
      `${mark}: ${categories.join(', ')}`,
    /** A station in a sentence, for whoever does not see the map. */
    station: ({ kind, name, detail, place, holds, effect }: Station) =>
      [
        `${kind} ${name}`,
        ...(detail === undefined ? [] : [detail]),
        place,
        ...(holds.length > 0 ? [`personal data: ${holds.join(', ')}`] : []),
        ...(effect === undefined ? [] : [effect]),
      ].join(', '),
    leftOut: ({ count: topics }: { count: number }) => `${topics} topics with less sensitive data are not shown`,
    specialEdge: 'special',
    /** The map in a sentence. */
    summary: ({ topics, special, personal, untold, countries, leftOut, breaks, unclear }: Summary) =>
      `Data flow: ${plural(topics, 'topic')}, ${special} with special categories of personal data, ${personal} with other personal data, ${untold > 0 ? `${untold} without a known schema, ` : ''}${plural(countries, 'country', 'countries')}${leftOut > 0 ? `; ${leftOut} topics with less sensitive data are not shown` : ''}${breaks > 0 ? `; ${breaks} ${breaks === 1 ? 'station breaks' : 'stations break'}` : ''}${unclear > 0 ? `; of ${unclear} no file tells whether ${unclear === 1 ? 'it breaks' : 'they break'}` : ''}`,
  },
}

/** What stands for findings that matter little where they are. */
export const foldedInto = (findings: number): string =>
  `a development broker: ${plural(findings, 'durability and transport finding')}`

const count = (number: number, one: string): string[] => (number === 0 ? [] : [plural(number, one)])

interface Counts {
  errors: number
  warnings: number
  notes: number
  hints: number
}

interface Station {
  kind: string
  name: string
  detail?: string | undefined
  place: string
  holds: readonly string[]
  effect?: string | undefined
}

interface Summary {
  topics: number
  special: number
  personal: number
  untold: number
  countries: number
  leftOut: number
  breaks: number
  unclear: number
}
