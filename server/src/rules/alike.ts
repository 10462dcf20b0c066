import { folderOf, type Uri } from '../text/uri.ts'
import type { MessageId } from '../words/message.ts'
import type { Rule } from './rule.ts'

type Alike = NonNullable<Rule['alike']>

/** Tells findings with the same message in files of one folder, whose `same` is the same, by what they are of alone: topics of a list with one number of replicas, a pair of clusters. */
export const alikeInFolder = (ids: readonly MessageId[], same: readonly string[] = []): Alike =>
  alikeIn(folderOf, ids, same)

/** Tells such findings in one file: settings of one program that were written together. */
export const alikeInFile = (ids: readonly MessageId[], same: readonly string[] = []): Alike =>
  alikeIn(file => file, ids, same)

const alikeIn =
  (place: (file: Uri) => Uri, ids: readonly MessageId[], same: readonly string[]): Alike =>
  ({ at, message: { id, data }, data: { outside } }) =>
    ids.includes(id)
      ? JSON.stringify([place(at.file), id, outside, ...same.map(name => numberless(data[name]))])
      : undefined

/** A name without the number of which there are several: `kafka-1`. */
const numberless = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/(?<!\d)\d+$/, '#') : value)
