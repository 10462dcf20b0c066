import type { Message, MessageReader, MessageWriter } from 'vscode-languageserver'
import { Spellings, type Names, type Uri } from '../text/uri.ts'

/** The members of messages that hold the URI of a file or folder. */
const members: ReadonlySet<string> = new Set(['uri', 'rootUri', 'oldUri', 'newUri', 'scopeUri'])

/** The border of the server: what a client names comes in by its canonical URI, and goes back as the client spells it. No one inside has to think of it. */
export function spellingBoth(
  reader: MessageReader,
  writer: MessageWriter,
  names?: Names,
): [MessageReader, MessageWriter] {
  const spellings = new Spellings(names)
  const read = (message: Message): Message => respell(message, given => spellings.read(given))
  const write = (message: Message): Message => respell(message, uri => spellings.write(uri as Uri))
  return [
    {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: callback => reader.listen(message => callback(read(message))),
    },
    {
      onError: writer.onError,
      onClose: writer.onClose,
      dispose: () => writer.dispose(),
      end: () => writer.end(),
      write: message => writer.write(write(message)),
    },
  ]
}

/** A message with its URIs in another spelling; what holds none is not copied. */
function respell<T>(value: T, spell: (uri: string) => string): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(item => respell(item, spell))
    return items.some((item, i) => item !== value[i]) ? (items as T) : value
  }
  let changed: Record<string, unknown> | undefined
  for (const [name, member] of Object.entries(value as Record<string, unknown>)) {
    const other =
      members.has(name) && typeof member === 'string' && member !== '' ? spell(member) : respell(member, spell)
    if (other !== member) changed = { ...(changed ?? value), [name]: other }
  }
  return (changed ?? value) as T
}
