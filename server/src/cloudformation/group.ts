import type { Group, GroupChange, Told } from '../formats/format.ts'
import { down, entries, isThere, startAt } from '../formats/cursor.ts'
import type { Cursor, Lies, Lying } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { readable } from '../formats/completeness.ts'
import { knownValue } from '../model/fact.ts'
import type { Entity } from '../model/entities.ts'
import { faultOf, type Problem } from '../model/problem.ts'
import { syntaxes } from '../syntax/syntaxes.ts'
import { baseName, folderOf, stepsUp, within, type Uri } from '../text/uri.ts'
import { readCloudFormation } from './read.ts'
import { resolve, type Given } from './template.ts'

/** A stack in a template that is made of another one. */
interface Nested {
  readonly child: Uri
  readonly given: Given
}

/** Stacks are not followed deeper. */
const deepest = 8
const makesStacks = /AWS::CloudFormation::Stack|AWS::Serverless::Application/

/** Templates of which one makes stacks of the others: these are read with the parameters that it gives. Starts without any file. */
export function openNestedStacks(lying: Lies): Group {
  const texts = new Map<Uri, string>()
  const roots = new Map<Uri, Cursor | undefined>()
  const faults = new Map<Uri, Problem>()
  let told: ReadonlyMap<Uri, Told> = new Map()

  const rootOf = (file: Uri): Cursor | undefined => {
    if (!roots.has(file)) roots.set(file, rootIn(lying(file), texts.get(file) ?? ''))
    return roots.get(file)
  }

  /** The file behind the address of a template: a path beside the one that names it, else the nearest file of its name. */
  const fileBehind = (address: string, from: Uri): Uri | undefined => {
    const beside = /^[\w+]+:\/\//.test(address) ? undefined : within(folderOf(from), address)
    if (beside && texts.has(beside)) return beside
    const name = baseName(address.replace(/[?#].*/s, ''))
    const alike = [...texts.keys()].filter(file => file !== from && baseName(file) === name)
    const least = Math.min(...alike.map(file => stepsUp(from, file)))
    const nearest = alike.filter(file => stepsUp(from, file) === least)
    return name.includes('.') && nearest.length === 1 ? nearest[0] : undefined
  }

  const nestedIn = (root: Cursor, given: Given): Nested[] =>
    entries(down(root, 'Resources')).flatMap((resource): Nested[] => {
      if (!makesStacks.test(knownValue(text(down(resource, 'Type'))) ?? '')) return []
      const properties = down(resource, 'Properties')
      const address = ['TemplateURL', 'Location'].map(key => down(properties, key)).find(isThere)
      const own = { root, depth: 0, resource: () => undefined, given }
      const child = address && fileBehind(writtenAddress(resolve(address, own)), root.document.file)
      if (!child) return []
      return [{ child, given: name => openParameter(down(properties, 'Parameters', name), own) }]
    })

  const readAll = (): Map<Uri, Told> => {
    const found = new Map<Uri, Entity[]>()
    const visit = (root: Cursor, given: Given, depth: number): void => {
      for (const nested of depth < deepest ? nestedIn(root, given) : []) {
        const child = rootOf(nested.child)
        if (!child) continue
        const entities = readCloudFormation(child, nested.given)
        found.set(nested.child, [...(found.get(nested.child) ?? []), ...entities])
        visit(child, nested.given, depth + 1)
      }
    }
    const parents = [...texts].flatMap(([file, whole]) => (makesStacks.test(whole) ? [rootOf(file)] : []))
    const below = new Set(parents.flatMap(root => (root ? nestedIn(root, nobody).map(({ child }) => child) : [])))
    for (const root of parents) if (root && !below.has(root.document.file)) visit(root, nobody, 0)
    return new Map([...found].map(([file, entities]) => [file, { entities: eachOnce(entities) }]))
  }

  const keep = ({ file, text: given, isMarked }: GroupChange): boolean => {
    const before = texts.has(file)
    roots.delete(file)
    if (given === undefined || !given.includes('AWS::') || !isMarked()) texts.delete(file)
    else texts.set(file, given)
    return before || texts.has(file)
  }

  return {
    update(changes) {
      const touched = changes.filter(keep)
      if (touched.length === 0) return new Map()
      const before = told
      faults.clear()
      try {
        told = readAll()
      } catch (error) {
        const [{ file }] = touched as [GroupChange]
        faults.set(file, faultOf(file, 'reading nested stacks', error))
        told = new Map()
      }
      return new Map([...before.keys(), ...told.keys()].map(file => [file, told.get(file)]))
    },
    problems: () => [...faults.values()],
    wanted: () => [],
  }
}

const nobody: Given = () => undefined

/** An address as far as it is written; what is filled in before the name of the file does not matter. */
function writtenAddress(at: Cursor): string {
  const address = text(at)
  if (address.state === 'absent') return ''
  return address.state === 'known' ? address.value : address.text.replace(/(?<!["'\s])["'\s]+$/, '')
}

/** What a stack gives for a parameter, worked out where it is given; undefined where it gives nothing. */
const openParameter = (at: Cursor, own: Parameters<typeof resolve>[1]): Cursor | undefined =>
  isThere(at) ? resolve(at, own) : undefined

/** What several stacks of one template say alike is said once. */
const eachOnce = (entities: readonly Entity[]): Entity[] => [
  ...new Map(entities.map(entity => [JSON.stringify(entity), entity])).values(),
]

function rootIn(at: Lying, whole: string): Cursor | undefined {
  const syntax = /\.json$/i.test(at.file) ? 'json' : 'yaml'
  const [first] = syntaxes[syntax].documents(whole)
  if (!first) return undefined
  const source = whole.slice(first.start, first.end)
  return readable(startAt({ ...at, syntax, source, start: first.start }, syntaxes[syntax].read(source)))
}
