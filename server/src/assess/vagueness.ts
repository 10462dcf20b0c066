import data from '../knowledge/vague-phrases.yaml'
import type { ActivityDeclaration, RecordDeclaration } from '../model/configuration.ts'
import type { Known } from '../model/fact.ts'

/** The entries of a declaration that can say nothing in many words. */
type Entry =
  | 'retention'
  | 'purposes'
  | 'recipients'
  | 'measures'
  | 'legalBasis'
  | 'conditions'
  | 'origins'
  | 'assessment'
  | 'profiling'

/** Phrases that answer nothing, by the entry that they stand in, and texts that deny. */
const { phrases, denials } = data() as {
  readonly phrases: readonly {
    readonly for: Entry
    readonly expected: string
    readonly whole?: true
    readonly words: readonly string[]
  }[]
  readonly denials: readonly string[]
}

/** A text that says nothing, with what is expected in its place. */
export interface Vague {
  readonly entry: Entry
  readonly said: Known<string>
  readonly expected: string
}

/** The texts of a record's declarations that say nothing. */
export const vagueIn = ({ measures, copies, activities }: RecordDeclaration): Vague[] => [
  ...vagueAmong('measures', measures),
  ...vagueAmong(
    'retention',
    copies.map(({ retention }) => retention),
  ),
  ...activities.flatMap(activity =>
    (Object.entries(textsOf(activity)) as [Entry, readonly Known<string>[]][]).flatMap(([entry, texts]) =>
      vagueAmong(entry, texts),
    ),
  ),
]

const textsOf = (activity: ActivityDeclaration): Readonly<Record<Entry, readonly Known<string>[]>> => ({
  retention: activity.retention,
  purposes: [...activity.purposes, ...activity.subPurposes],
  recipients: activity.recipients,
  measures: activity.measures,
  legalBasis: activity.legalBasis,
  conditions: activity.conditions,
  origins: activity.origins,
  assessment: activity.assessment ? [activity.assessment] : [],
  profiling: activity.profiling ? [activity.profiling] : [],
})

const vagueAmong = (entry: Entry, texts: readonly Known<string>[]): Vague[] =>
  texts.flatMap(said => {
    const text = plain(said.value)
    // A number or a date beside the phrase says something after all.
    const found = phrases.find(
      row =>
        row.for === entry &&
        row.words.some(phrase => (row.whole ? text === phrase : text.includes(phrase) && !/\d/.test(text))),
    )
    return found ? [{ entry, said, expected: found.expected }] : []
  })

/** Whether a text denies that there is anything of the kind. */
export const isDenial = (text: string): boolean => denials.includes(plain(text))

const plain = (text: string): string => text.trim().toLowerCase().replace(/[.!]$/, '')
