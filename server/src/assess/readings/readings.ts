import type { Field } from '../../model/entities.ts'
import { fieldEvidence, type Scene } from '../field-evidence.ts'
import type { NameReading, ReadName } from '../field-name.ts'
import type { ReadField } from '../record-subject.ts'
import type { Evidence } from '../weights.ts'
import { docReading } from './by-doc.ts'
import { personReading } from './by-person.ts'
import { recordReading } from './by-record.ts'
import { typeReading } from './by-type.ts'
import { mentionReading } from './by-word.ts'
import type { Reading } from './reading.ts'

/** All ways to understand a field. */
export function readingsOf(read: ReadField, scene: Scene, vocabulary: NameReading): Reading[] {
  const { field } = read
  const common = fieldEvidence(field, scene, vocabulary)
  const readings = readingsOfName(read.name, field, scene, common, vocabulary)
  const short = scene.shorten(field.name.value)
  if (short !== undefined) {
    const shorter = readingsOfName(vocabulary.readName(short), field, scene, common, vocabulary)
    // `customer_id` of a customer is that, and not somebody's `id`.
    const told = read.name.identifierOf ? shorter.filter(({ owner }) => owner !== undefined) : shorter
    readings.push(...told.map(reading => ({ ...reading, own: [...reading.own, 'read without a repeated word'] })))
  }
  const typed = typeReading(field, scene, common, vocabulary)
  if (typed) readings.push(typed)
  const held = recordReading(read, scene, common, vocabulary)
  if (held) readings.push(held)
  if (readings.length === 0) {
    const told = docReading(field, scene, common, vocabulary)
    if (told) readings.push(told)
  }
  return readings
}

function readingsOfName(
  name: ReadName,
  field: Field,
  scene: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading[] {
  const readings = name.mentions.flatMap(mention => mentionReading(mention, name, field, scene, common) ?? [])
  const person = personReading(name, field, scene, common, vocabulary)
  if (person) readings.push(person)
  return readings
}
