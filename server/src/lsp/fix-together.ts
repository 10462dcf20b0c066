import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver'
import { renderFix, type FileEdits } from '../fix.ts'
import type { Fix } from '../model/semantic-edit.ts'
import type { Finding, OfferedFix } from '../rules/finding.ts'
import type { Uri } from '../text/uri.ts'
import { say, word, type Language, type Message } from '../words/message.ts'
import { annotate, changesOf } from './edits.ts'
import type { Served, Texts } from './served.ts'

/** The kind of the action that makes every edit at once that cannot change a running system. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kafkaReview`

/** Whether a fix leaves nothing to choose, to write or to do beside it, and its words tell of nothing that it does to what runs. */
const isComplete = (fix: OfferedFix): boolean => isHarmless(fix) && fix.title.id !== 'fix.with'

/** Whether the table of consequences calls a fix safe, and it leaves nothing to do before, beside or after it. */
export const isHarmless = ({ does, asks, beside, refers }: OfferedFix): boolean =>
  does === 'safe' && asks === undefined && beside === undefined && refers === undefined

/** The fix of a finding that needs no person: safe by the table of consequences and the only one, or one that its rule knows to be right. */
function safeFix({ fixes, certainty }: Finding): OfferedFix | undefined {
  const complete = fixes.filter(isComplete)
  const right = complete.filter(({ safe }) => safe)
  if (right.length === 1) return right[0]
  return fixes.length === 1 && certainty !== 'guessed' ? complete[0] : undefined
}

/** The fix of a finding that somebody chooses who looks at it: the only one that the table of consequences calls safe. */
export function preferredFix(finding: Finding): OfferedFix | undefined {
  const safe = finding.fixes.filter(isHarmless)
  return safeFix(finding) ?? (safe.length === 1 && finding.certainty !== 'guessed' ? safe[0] : undefined)
}

/** All safe fixes of a file as one action; undefined where there is none. */
export function fixAllSafe(uri: Uri, findings: readonly Finding[], { texts, tell }: Served): CodeAction | undefined {
  const safe = findings.flatMap(finding => (finding.suppressed ? [] : (safeFix(finding) ?? [])))
  const files = renderTogether(safe, texts.textOf).filter(({ file }) => file === uri)
  return files.length === 0
    ? undefined
    : {
        title: tell(say('action.fixAll')),
        kind: fixAllKind,
        edit: { documentChanges: changesOf(files, texts) },
      }
}

/** Which way of mending a fix is: its title without what it names. */
const wayOf = ({ title }: Fix): string => {
  const change = title.id === 'fix.with' ? (title.data.change as Message) : title
  return change.id
}

/** The fixes that mend other findings of the same rule in the same way as the first one of a finding; its own among them. */
export function fixesAlike({ code, fixes: [first] }: Finding, findings: readonly Finding[]): OfferedFix[] {
  if (!first || first.asks !== undefined || first.beside !== undefined) return []
  return findings.flatMap(({ code: other, suppressed, fixes }) =>
    other === code && !suppressed ? (fixes.find(fix => wayOf(fix) === wayOf(first)) ?? []) : [],
  )
}

/** The edit that makes fixes together, each change to be confirmed where what runs may change; undefined where the editor cannot show it first, or no text can be written. */
export function editTogether(
  fixes: readonly OfferedFix[],
  label: Message,
  texts: Texts,
  words: Language,
  previews: boolean,
): WorkspaceEdit | undefined {
  const asksFirst = fixes.some(fix => !isHarmless(fix))
  if (asksFirst && !previews) return undefined
  const files = renderTogether(fixes, texts.textOf)
  if (files.length === 0) return undefined
  const edit = { documentChanges: changesOf(files, texts) }
  const says = [...new Set(fixes.map(({ title }) => word(title, words)))]
  return previews ? annotate(edit, word(label, words), says.join('\n')) : edit
}

/** The edits of several fixes against the same texts. Two that ask for the same edit share it; one that overlaps with another is left for the next call. */
function renderTogether(fixes: readonly Fix[], textOf: Texts['textOf']): FileEdits[] {
  const taken = new Map<Uri, FileEdits>()
  for (const fix of fixes) {
    const files = renderFix(fix, textOf) ?? []
    const apart = files.every(({ file, edits }) =>
      edits.every(edit => (taken.get(file)?.edits ?? []).every(other => isSame(edit, other) || areApart(edit, other))),
    )
    if (!apart) continue
    for (const made of files) {
      const before = taken.get(made.file)?.edits ?? []
      const more = made.edits.filter(edit => !before.some(other => isSame(edit, other)))
      taken.set(made.file, { ...made, edits: [...before, ...more] })
    }
  }
  return [...taken.values()].map(made => ({
    ...made,
    edits: [...made.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }))
}

type Edit = FileEdits['edits'][number]

const isSame = (a: Edit, b: Edit): boolean =>
  a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text

/** Two insertions at one place have no order. */
const areApart = (a: Edit, b: Edit): boolean =>
  a.span.start !== b.span.start && (a.span.end <= b.span.start || b.span.end <= a.span.start)
