import type { Entity } from '../../model/entities.ts'
import { placeOf, writtenName, type Known } from '../../model/fact.ts'
import { entries } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import { brokerImage, partially, type Container } from './containers.ts'
import { versionOf } from './image-version.ts'
import { readAll } from './read.ts'
import { variableOf } from './variables.ts'

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
