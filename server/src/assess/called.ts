import { writtenName, type Fact } from '../model/fact.ts'
import { say, type Message } from '../words/message.ts'

/** What takes the text of a template with a name: that name says what is meant. */
const namedTemplate = /\{\{-?\s*(?:template|include)\s+"([\w.-]+)"[^{}]*\}\}/g

/** What a thing is called in a message: by its name, by what stands in its place where only another tool can tell it, else as one without a name. */
export function called(name: Fact<string>): string | Message {
  const written = writtenName(name).replace(namedTemplate, '$1')
  return written === '' ? say('naming.unnamed') : written
}
