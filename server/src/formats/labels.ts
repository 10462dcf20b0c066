import { writtenName } from '../model/fact.ts'
import { entries } from './cursor.ts'
import type { Cursor } from './position.ts'
import { text } from './values.ts'

/** The labels of a program, or those that a service chooses programs by, `app=orders`, as they are written; `known` where no template brings in more. */
export function labelsIn(labels: Cursor): { readonly all: readonly string[]; readonly known: boolean } {
  const all = entries(labels).map(label => `${label.name}=${joined(writtenName(text(label)))}`)
  return { all, known: labels.tree?.kind === 'map' && !labels.tree.open && !labels.tree.inserted }
}

/** A name as others write it who mean the same: what a template fills in, without what only its text differs by. */
export function nameToJoin(cursor: Cursor): string {
  const spelled = cursor.document.scope?.spelled?.(cursor)
  return joined(spelled === undefined ? writtenName(text(cursor)) : `{{ ${spelled} }}`)
}

/** What a template fills in, in one of its spellings: inside of a loop the root has a name of its own, and quotes are no part of a value. */
const joined = (written: string): string =>
  written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\{\{-? ?(.*?)(?: \| (?:quote|squote|toString))* ?-?\}\}$/, (_, words: string) => `{{ ${words} }}`)
    .replace(/\$\w*\.(?=(?:Release|Chart|Values)\b)/g, '.')
    .replace(/\b(?:include|template) ("[\w.-]+") (?:\$\w*|\.)(?= |$|\))/g, 'include $1 .')
