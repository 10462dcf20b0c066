import type { english } from './en/english.ts'

/** What is said, before it has a language: the id of an entry of the table (`KR301.topic`), and what the entry names. Plain data. */
export interface Message {
  readonly id: MessageId
  readonly data: Readonly<Record<string, Part>>
}

/** What a message may name: text of the files, numbers, other messages, lists of them. */
export type Part = string | number | boolean | Message | readonly (string | Message)[] | undefined

/** The groups and entries of English words in another language, with the same parameters. */
export type Like<E> = {
  readonly [G in keyof E]: { readonly [K in keyof E[G]]: E[G][K] extends string ? string : E[G][K] }
}

/** All words of a language. */
export type Language = Like<English>

type English = typeof english
type Group = keyof English
type IdsOf<G extends Group> = G extends Group ? `${G}.${keyof English[G] & string}` : never

/** The ids of all entries. */
export type MessageId = IdsOf<Group>

/** Codes of rules that the table has words for. */
export type RuleCode = Extract<Group, `KR${string}`>

/** The entries of a group. */
export type EntryOf<G extends Group> = keyof English[G] & string

type EntryAt<I> = I extends `${infer G extends Group}.${infer K}`
  ? K extends keyof English[G]
    ? English[G][K]
    : never
  : never

/** Text may be given as a message, which is worded in the same language. */
type Given<T> = string extends T ? T | Message : T extends readonly string[] ? readonly (string | Message)[] : T

type DataAt<I> = I extends MessageId
  ? (
      EntryAt<I> extends (data: infer P) => string
        ? (data: { readonly [N in keyof P]: Given<P[N]> }) => void
        : () => void
    ) extends (data: infer D) => void
    ? (data: unknown extends D ? object : D) => void
    : never
  : never

/** What an entry has to be given; of several possible ones, what any of them asks for. */
export type DataOf<I extends string> = DataAt<I> extends (data: infer D) => void ? D : never

/** Says something; what the entry names has to be given. */
export const say = <I extends MessageId>(
  id: I,
  ...[data]: keyof DataOf<I> extends never ? [] : [DataOf<I>]
): Message => ({
  id,
  data: (data ?? nothing) as Message['data'],
})

const nothing: Message['data'] = {}

type Entry = string | ((data: Readonly<Record<string, unknown>>) => string)

/** An entry of the table; an id that it does not have stands for itself. */
function entryOf(id: MessageId, language: Language): Entry {
  const dot = id.indexOf('.')
  const groups = language as unknown as Readonly<Record<string, Readonly<Record<string, Entry>>>>
  return groups[id.slice(0, dot)]?.[id.slice(dot + 1)] ?? id
}

/** The text of a message in a language. */
export function word({ id, data }: Message, language: Language): string {
  const entry = entryOf(id, language)
  if (typeof entry === 'string') return entry
  const inWords = (part: Part): unknown => {
    if (isMessage(part)) return word(part, language)
    return Array.isArray(part) ? part.map(inWords) : part
  }
  const given: Record<string, unknown> = {}
  for (const name in data) given[name] = inWords(data[name])
  return entry(given)
}

const isMessage = (part: Part): part is Message => typeof part === 'object' && 'id' in part
