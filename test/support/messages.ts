import type { Finding } from '../../server/src/rules/finding.ts'
import { placesBeside } from '../../server/src/rules/finding.ts'
import type { Message, Part } from '../../server/src/words/message.ts'

/** A message and all that it names, innermost last. */
const within = (message: Message): Message[] => [message, ...Object.values(message.data).flatMap(messagesIn)]

const messagesIn = (part: Part): Message[] => {
  if (Array.isArray(part)) return part.flatMap(one => messagesIn(one as Part))
  return typeof part === 'object' && 'id' in part ? within(part) : []
}

/** All that a finding says, in its message, its reasons, its related places and its fixes. */
export const messagesOf = (finding: Finding): Message[] =>
  [
    finding.message,
    ...finding.because,
    ...placesBeside(finding).map(({ message }) => message),
    ...finding.unfixed,
    ...finding.fixes.flatMap(({ title, beside }) => [title, ...(beside ? [beside.says] : [])]),
  ].flatMap(within)
