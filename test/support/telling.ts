import { placeOf, type Place } from '../../server/src/model/fact.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word, type Message } from '../../server/src/words/message.ts'

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null

const isPlace = (value: Plain): boolean => 'file' in value && 'span' in value
const isFact = (value: Plain): boolean => 'state' in value && ('at' in value || 'near' in value)
const isEntity = (value: Plain): boolean => 'kind' in value && 'extent' in value && 'name' in value
const isMessage = (value: Plain): boolean => typeof value.id === 'string' && isPlain(value.data)
/** Rows of the reference data stand for themselves. */
const rowOf = ({ code, id }: Plain): unknown => code ?? id

/** Whether an answer is one: what is false or empty tells nothing. */
export const isSomething = (answer: unknown): boolean =>
  answer !== undefined && answer !== false && !(Array.isArray(answer) && answer.length === 0)

/** Tells an answer in few words: without what is empty or false in it, without places that hold nothing but the value, and without where what is absent would stand. */
export const briefTeller = (textOf: (file: string) => string | undefined): ((value: unknown) => string) =>
  telling(textOf, true)

/** Tells an answer in a line for goldens: places by the text that stands there, entities by kind and name, messages in words; what is empty is left out. */
export const teller = (textOf: (file: string) => string | undefined): ((value: unknown) => string) =>
  telling(textOf, false)

function telling(textOf: (file: string) => string | undefined, brief: boolean): (value: unknown) => string {
  const at = ({ file, span }: Place): string => `‹${textOf(file)?.slice(span.start, span.end) ?? '?'}›`
  const entries = (value: Plain): string =>
    Object.entries(value)
      .filter(([key, inner]) => inner !== undefined && key !== 'slot' && key !== 'file' && key !== 'sources')
      .filter(([, inner]) => !brief || isSomething(inner))
      .map(([key, inner]) => `${key} ${tell(inner)}`)
      .join(', ')
  const fact = (value: Plain): string => {
    if (value.state === 'unresolved') return `? ${at(value.at as Place)}`
    if (value.state === 'absent') return brief ? 'absent' : `absent near ${at(value.near as Place)}`
    const [told, place] = [tell(value.value), at(value.at as Place)]
    return brief && place.includes(told) ? place : `${told} ${place}`
  }
  const object = (value: Plain): string => {
    if (isPlace(value)) return at(value as unknown as Place)
    if (isFact(value)) return fact(value)
    if (isEntity(value)) return `${String(value.kind)} ${at(placeOf(value.name as Parameters<typeof placeOf>[0]))}`
    if (isMessage(value)) return `"${word(value as unknown as Message, english)}"`
    return rowOf(value) === undefined ? `{${entries(value)}}` : String(rowOf(value))
  }
  const tell = (value: unknown): string => {
    if (Array.isArray(value) || value instanceof Set) return `[${[...value].map(tell).join('; ')}]`
    if (value instanceof Map) return `{${[...value].map(([key, inner]) => `${tell(key)} ${tell(inner)}`).join(', ')}}`
    return isPlain(value) ? object(value) : String(value)
  }
  return tell
}
