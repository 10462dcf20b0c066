import type { Db } from '../assess/db.ts'
import type { Cluster } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import type { Words } from '../records/words/words.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { flat } from '../text/markdown.ts'
import { say, word, type Language } from '../words/message.ts'
import { checksScript } from './checks.ts'
import { guideMarkdown } from './guide.ts'
import { inventoryOf } from './inventory.ts'
import type { Inventory } from './items.ts'
import { planOf, type Plan } from './plan.ts'
import type { Secrets } from '../text/secrets.ts'
import { openQuestions, type Question } from './questions.ts'
import { endingsOf } from './record.ts'
import { askAboutFindings, sheetText } from './self-review.ts'

/** What a move is written in, and how it names files. */
export interface Edge {
  readonly words: Language
  readonly record: Words
  /** A place as its reader would name it: `topics.tf:12`. */
  readonly showPlace: (place: Place) => string
  readonly showFile: (file: Uri) => string
  /** The configuration that holds for the files: what it declares holds for what is generated too. */
  readonly configuration: string | undefined
}

/** A move: what was found, what is asked, and the files by their names. */
export interface Migration {
  readonly inventory: Inventory
  readonly plan: Plan
  readonly questions: readonly Question[]
  readonly files: ReadonlyMap<string, string>
}

/** Writes the move of a cluster to Strimzi, from the files of an estate. */
export function migrationOf(db: Db, files: readonly Uri[], cluster: Cluster, edge: Edge): Migration {
  const questions = openQuestions()
  const inventory = inventoryOf(db, files, cluster)
  const drafted = planOf(inventory, db, questions, edge.showFile)
  const plan = { ...drafted, sheets: askAboutFindings(drafted.sheets, edge.configuration, db, questions) }
  const asked = questions.all()
  const guide = guideMarkdown({
    plan,
    questions: asked,
    endings: endingsOf(db, inventory, edge.record),
    words: edge.words,
    show: edge.showPlace,
  })
  return {
    inventory,
    plan,
    questions: asked,
    files: withoutSecrets(db.estate.secrets, [
      ['MIGRATION.md', guide],
      ['answers.env', answersText(asked, edge)],
      ...plan.sheets.map((sheet): [string, string] => [sheet.name, sheetText(sheet)]),
      ...(plan.schemas === undefined
        ? []
        : [['schemas.jsonl', plan.schemas.map(schema => `${JSON.stringify(schema)}\n`).join('')] as [string, string]]),
      ['checks.sh', checksScript(plan)],
      ...(edge.configuration === undefined ? [] : [['.kafka-review.yaml', edge.configuration] as [string, string]]),
    ]),
  }
}

/** The configuration that goes along: the one nearest to the root, among files. */
export const configurationAmong = (files: readonly Uri[]): Uri | undefined =>
  files.filter(uri => baseName(uri) === '.kafka-review.yaml').sort((a, b) => a.length - b.length)[0]

/** The texts of files with secrets struck out: what is called like a password is refused by Kubernetes rather than told. */
const withoutSecrets = (secrets: Secrets, files: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(files.map(([name, text]) => [name, secrets.struckFrom(text)]))

/** The answers to be given, each under its question. */
const answersText = (questions: readonly Question[], { words, showPlace }: Edge): string =>
  [
    `# ${word(say('move.answersHead'), words)}`,
    ...questions.flatMap(({ id, variable, ask, at }) =>
      variable === undefined
        ? []
        : ['', flat(`# ${id}: ${word(ask, words)}${at[0] ? ` [${showPlace(at[0])}]` : ''}`), `${variable}=`],
    ),
    '',
  ].join('\n')
