import type { Contract, ProtobufField, ProtobufMessage } from '../../model/contract.ts'
import { knownValue } from '../../model/fact.ts'
import { down, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { text } from '../values.ts'

/** What a .proto file promises; undefined where it does not parse, for then nothing can be said of it. */
export function protobufContract(root: Cursor): Contract | undefined {
  if (down(root, 'unexpected').tree) return undefined
  const enums = new Set<string>()
  const messages = messagesIn(down(root, 'types'), '', enums)
  return { language: 'protobuf', messages, enums }
}

const textOf = (cursor: Cursor): string | undefined => knownValue(text(cursor))

function messagesIn(types: Cursor, outer: string, enums: Set<string>): ProtobufMessage[] {
  return items(types).flatMap((type): ProtobufMessage[] => {
    const simple = text(down(type, 'name'))
    const kind = textOf(down(type, 'kind'))
    if (simple.state !== 'known' || kind === 'extend') return []
    const name = outer === '' ? simple.value : `${outer}.${simple.value}`
    if (kind === 'enum') {
      enums.add(name)
      return []
    }
    return [
      {
        name,
        fields: items(down(type, 'fields')).flatMap(readField),
        reserved: items(down(type, 'reserved')).flatMap(item => textOf(item) ?? []),
        at: simple.at,
      },
      ...messagesIn(down(type, 'types'), name, enums),
    ]
  })
}

function readField(field: Cursor): ProtobufField[] {
  const [name, number] = [text(down(field, 'name')), textOf(down(field, 'id'))]
  if (name.state !== 'known' || number === undefined) return []
  const label = textOf(down(field, 'label'))
  // As it stands: to other formats, angle brackets are placeholders.
  const { tree: type } = down(field, 'type')
  return [
    {
      number,
      name: name.value,
      type: type?.kind === 'scalar' ? type.text : '',
      label: label === 'required' || label === 'repeated' ? label : 'singular',
      oneof: textOf(down(field, 'oneof')),
      at: name.at,
    },
  ]
}
