import data from '../knowledge/stages.yaml'

type Words = ReadonlySet<string>

const table = data() as {
  readonly tests: readonly string[]
  readonly kindsOfTests: readonly string[]
  readonly jobs: readonly string[]
  readonly examples: readonly string[]
  readonly shown: readonly string[]
  readonly learned: readonly string[]
  readonly samples: readonly string[]
  readonly trials: readonly string[]
  readonly development: Readonly<Record<'words' | 'last' | 'whole' | 'bases', readonly string[]>>
  readonly production: Readonly<Record<'words' | 'last' | 'unless', readonly string[]>>
  readonly machines: readonly string[]
  readonly clusters: Readonly<Record<'words' | 'last', readonly string[]>>
  readonly templates: readonly string[]
  readonly environments: readonly string[]
}

const words = {
  tests: new Set(table.tests),
  kindsOfTests: new Set(table.kindsOfTests),
  jobs: new Set(table.jobs),
  examples: new Set(table.examples),
  shown: new Set(table.shown),
  learned: new Set(table.learned),
  samples: new Set(table.samples),
  trials: new Set(table.trials),
  anywhere: new Set(table.development.words),
  last: new Set([...table.development.words, ...table.development.last]),
  whole: new Set([...table.development.words, ...table.development.last, ...table.development.whole]),
  bases: new Set(table.development.bases),
  production: new Set(table.production.words),
  productionLast: new Set(table.production.last),
  unlessProduction: new Set(table.production.unless),
  templates: new Set(table.templates),
  clusters: new Set(table.clusters.words),
  clustersLast: new Set(table.clusters.last),
  environments: new Set(table.environments),
} satisfies Record<string, Words>

/** Whom a file serves, as far as the names on its path tell: tests, readers of examples, who copies it and fills it in, developers, others; and whether a machine of a cloud runs it. */
export interface PathStage {
  readonly tests: boolean
  /** What runs when somebody commits. */
  readonly jobs: boolean
  readonly examples: boolean
  /** Readers, or who learns: nobody runs it as it stands. */
  readonly shown: boolean
  readonly sample: boolean
  readonly development: boolean
  /** How many names say development: a folder, the file; folders of what is shown and of what is learned from are one each. */
  readonly signs: number
  readonly production: boolean
  readonly cloud: boolean
}

/** What the names of the folders above a file, below the one that is reviewed, and its own name tell of whom it serves. */
export function stageOfPath(path: string): PathStage {
  const names = path.split('/')
  const folders = names.slice(0, -1)
  const file = withoutEndings(names.at(-1) ?? '')
  const production = folders.some(saysProduction) || isProductionName(file)
  const joined = wordsIn(file).join('')
  const last = folders.map(folder => wordsIn(folder).at(-1) ?? '')
  const [isShown, isLearned] = [words.shown, words.learned].map(some => last.some(word => some.has(word)))
  const byFolder = folders.some((folder, index) => isDevelopmentFolder(folder, folders[index - 1]))
  const byFile = isDevelopmentFile(file)
  const sample = isSample(names.at(-1) ?? '')
  return {
    tests: folders.some(isOfTests),
    jobs: names.some(name => words.jobs.has(name.toLowerCase())),
    examples: folders.some(folder => words.examples.has(wordsIn(folder).join(' '))),
    shown: isShown === true || isLearned === true || sample,
    sample,
    development: !production && (byFolder || byFile || (isShown === true && isLearned === true)),
    signs: production ? 0 : [byFolder, byFile, isShown, isLearned].filter(says => says === true).length,
    production,
    cloud: table.machines.some(start => joined.startsWith(start)),
  }
}

/** Whether a cluster or a namespace says by its name that nothing of anybody's runs there: `orders-dev-msk`, `kafka-lab`. */
export const isDevelopmentName = (name: string): boolean =>
  wordsIn(name).some(word => words.clusters.has(word)) || words.clustersLast.has(wordsIn(name).at(-1) ?? '')

/** A text without the words by which copies of one thing are told apart: `orders-dev-msk` and `orders-prod-msk` are alike. */
export const withoutEnvironments = (text: string): string =>
  text.replace(/[A-Za-z]+/g, word => (words.environments.has(word.toLowerCase()) ? '*' : word))

/** Whether a host says so by a name of its own, in front of the domain that somebody has registered: `kafka-1.dev.orders.example`, and not `kafka.dev-house.example`. */
export const isDevelopmentHost = (host: string): boolean =>
  !/^[\d.]+$|:/.test(host) && host.split('.').slice(0, -2).some(isDevelopmentName) && !isProductionName(host)

/** Whether a namespace, a cluster or a file says by its name that it serves others than its developers. */
export const isProductionName = (name: string): boolean =>
  saysProduction(name) || words.productionLast.has(wordsIn(name).at(-1) ?? '')

const saysProduction = (name: string): boolean =>
  wordsIn(name).some(
    (word, index, all) => words.production.has(word) && !words.unlessProduction.has(all[index - 1] ?? ''),
  )

function isOfTests(folder: string): boolean {
  const all = wordsIn(folder)
  return (
    words.tests.has(folder.toLowerCase()) ||
    (all.some(word => words.tests.has(word)) &&
      all.every(word => words.tests.has(word) || words.kindsOfTests.has(word)))
  )
}

/** What a system installs for all lies below `usr/local`. */
function isDevelopmentFolder(folder: string, above: string | undefined): boolean {
  const all = wordsIn(folder)
  if (all.length === 1 && words.whole.has(all[0] ?? '')) return above !== 'usr'
  return words.last.has(all.at(-1) ?? '')
}

/** Endings say so, the last one or that before the format's, or how the name begins: `quickstart-sink.json`. */
function isSample(name: string): boolean {
  const [before = '', ...endings] = name.toLowerCase().split('.')
  return endings.slice(-2).some(ending => words.samples.has(ending)) || words.trials.has(wordsIn(before)[0] ?? '')
}

function isDevelopmentFile(name: string): boolean {
  const all = wordsIn(name)
  const [first = '', last = ''] = [all[0], all.at(-1)]
  if (words.anywhere.has(first) || words.last.has(last)) return true
  return words.whole.has(last) && (all.length === 1 || all.slice(0, -1).some(word => words.bases.has(word)))
}

const wordsIn = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')

/** The name of a file without what tells its format: `docker-compose.dev` of `docker-compose.dev.yml.j2`, all of `.env.local`. */
function withoutEndings(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = name.slice(dot + 1).toLowerCase()
  if (dot <= 0 || words.whole.has(ending)) return name
  return words.templates.has(ending) ? withoutEndings(name.slice(0, dot)) : name.slice(0, dot)
}
