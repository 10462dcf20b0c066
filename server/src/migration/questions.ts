import type { Place } from '../model/fact.ts'
import type { Message } from '../words/message.ts'

/** A question to a person. */
export interface Question {
  /** `Q07`, in the order of asking. */
  readonly id: string
  /** The variable that the answer is put into; left out where the answer is a decision that no file holds. */
  readonly variable?: string
  readonly ask: Message
  readonly at: readonly Place[]
}

/** Questions as they come up; the same one is asked once. */
export interface Questions {
  /** What stands for the answer in a file. `known`: what is asked about, where several messages ask for the same. */
  value(variable: string, ask: Message, at?: readonly Place[], known?: string): string
  /** Asks for a decision. */
  decide(ask: Message, at?: readonly Place[]): void
  all(): readonly Question[]
}

/** Starts without a question. */
export function openQuestions(): Questions {
  const asked = new Map<string, Question>()
  const variables = new Set<string>()
  const add = (ask: Message, at: readonly Place[], wanted?: string, known?: string): Question => {
    const key = known ?? JSON.stringify(ask)
    const before = asked.get(key)
    if (before) return before
    const id = `Q${String(asked.size + 1).padStart(2, '0')}`
    const variable = wanted === undefined ? undefined : unused(wanted, variables)
    if (variable !== undefined) variables.add(variable)
    const question: Question = { id, ask, at, ...(variable === undefined ? {} : { variable }) }
    asked.set(key, question)
    return question
  }
  return {
    value: (variable, ask, at = [], known) => `\${${add(ask, at, variable, known).variable ?? ''}}`,
    decide: (ask, at = []) => void add(ask, at),
    all: () => [...asked.values()],
  }
}

/** The name as a variable of a shell, with a number where it is taken. */
function unused(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[_\d]+|(?<!_)_+$/g, '')
  for (let number = 1; ; number++) {
    const candidate = number === 1 && name !== '' ? name : `${name || 'ANSWER'}_${number}`
    if (!taken.has(candidate)) return candidate
  }
}
