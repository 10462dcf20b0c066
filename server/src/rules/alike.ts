import { folderOf } from '../text/uri.ts'
import type { MessageId } from '../words/message.ts'
import type { Rule } from './rule.ts'

/** Tells findings with the same message in files of one folder, whose `same` is the same, by what they are of alone: topics of a list with one number of replicas, a pair of clusters. */
export const alikeInFolder =
  (ids: readonly MessageId[], same: readonly string[] = []): NonNullable<Rule['alike']> =>
  ({ at, message: { id, data } }) =>
    ids.includes(id) ? JSON.stringify([folderOf(at.file), id, ...same.map(name => data[name])]) : undefined
