import { writtenName, type Fact } from '../model/fact.ts'
import { say, type Message } from '../words/message.ts'

/** What a thing is called in a message: by its name, by what stands in its place where only another tool can tell it, else as one without a name. */
export function called(name: Fact<string>): string | Message {
  const written = writtenName(name)
  return written === '' ? say('naming.unnamed') : written
}
