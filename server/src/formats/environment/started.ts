import type { Entity } from '../../model/entities.ts'
import { placeOf, writtenName, type Fact, type Known, type Place } from '../../model/fact.ts'
import type { Setting } from '../../model/settings.ts'
import { entries } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import { brokerImage, partially, type Container } from './containers.ts'
import { versionOf } from './image-version.ts'
import { readAll } from './read.ts'

/** Whether a command starts containers, by its name. */
export const startsContainer = (command: string): boolean => /^(?:docker|podman|nerdctl)$/.test(command)

/** Reads a command that starts a container, as the options that a script's reader makes of it: what the program in it is told. How many run nobody knows: another command may start the next one. */
export function readStarted(root: Cursor): readonly Entity[] {
  const options = entries(root)
  const all = options.filter(({ name }) => name === 'e' || name === 'env').flatMap(option => variableOf(text(option)))
  const [first] = all
  if (!first) return []
  const given = options.find(({ name }) => name === 'name')
  const image = options.map(text).find(fact => fact.state === 'known' && brokerImage.test(fact.value))
  const called = given ? writtenName(text(given)) : image && writtenName(image).split('/').at(-1)?.split(':')[0]
  const name: Known<string> = {
    state: 'known',
    value: called === undefined || called === '' ? 'container' : called,
    at: given ? placeOf(text(given)) : first.keyPlace,
  }
  const container: Container = {
    name,
    extent: extentOf(root),
    ...partially({ all, near: name.at, refers: 'variable' }, name),
    ...(image ? { broker: true, version: versionOf(image) } : {}),
  }
  return readAll(root, [container])
}

/** `NAME=value`, perhaps in quotes; a shell fills in what begins with a dollar. Nobody writes it back. */
export function variableOf(fact: Fact<string>): Setting[] {
  if (fact.state === 'absent') return []
  const written = fact.state === 'known' ? fact.value : fact.text
  const [, key, mark = '', value = ''] = /^([A-Za-z_]\w*)=(["']?)([\s\S]*?)\2$/.exec(written) ?? []
  if (key === undefined) return []
  const { span } = fact.at
  const quoted = span.end - span.start - written.length === 2 ? 1 : 0
  const part = (from: number, length: number): Place => ({
    ...fact.at,
    span: { start: span.start + quoted + from, end: span.start + quoted + from + length },
  })
  const keyPlace = part(0, key.length)
  const at = part(key.length + 1 + mark.length, value.length)
  return [
    {
      key,
      keyPlace,
      value:
        fact.state === 'unresolved' || /[$`]/.test(value)
          ? { state: 'unresolved', at, text: value }
          : { state: 'known', value, at },
    },
  ]
}
