import ignore, { type Ignore } from 'ignore'
import { foreignFolders, syntaxOf } from '../reader/formats.ts'
import { baseName, fileIn, folderOf, foldersOf, parentOf, pathBelow, type Uri } from '../text/uri.ts'
import { isFolder, type Entry, type Files } from './files.ts'

/** What a review of a folder leaves out: what others have made, and what git ignores. */
export interface Exclusions {
  /** Whether a file or a folder below the root is left out; the root itself never is. */
  excludes(uri: Uri): Promise<boolean>
  /** Of all that lies in a folder which is not left out, the folders and the files that may be ours, without what is left out. */
  kept(folder: Uri, entries: readonly Entry[]): Promise<readonly Entry[]>
  /** Lines of `.gitignore` that are not followed. */
  problems(): readonly { readonly file: Uri; readonly message: string }[]
}

/** What a `.gitignore` says. */
interface Rules {
  readonly folder: Uri
  readonly lines: Ignore
}

/** Opens the exclusions below a folder; `honour` says whether `.gitignore` counts. What is looked up once is remembered. */
export function openExclusions(files: Files, root: Uri, honour: boolean): Exclusions {
  const own = new Map<Uri, Promise<Rules | undefined>>()
  const decided = new Map<Uri, Promise<boolean>>()
  const problems: { file: Uri; message: string }[] = []

  const rulesIn = remembered(own, async folder => {
    const file = fileIn(folder, '.gitignore')
    const content = await files.read(file)
    if (!content || 'problem' in content) return undefined
    const lines = content.text.split(/\r?\n/)
    const costly = lines.filter(isCostly)
    if (costly.length > 0) problems.push({ file, message: `too many wildcards in ${costly[0]}; not followed` })
    return { folder, lines: ignore().add(lines.filter(line => !isCostly(line))) }
  })

  /** What says in a folder what is ignored, nearest first; the folder at the top is the outermost that counts. */
  const rulesUpTo = (top: Uri): ((folder: Uri) => Promise<readonly Rules[]>) => {
    const rulesFor = remembered(new Map(), async (folder): Promise<readonly Rules[]> => {
      const rules = await rulesIn(folder)
      const above = folder === top ? [] : await rulesFor(parentOf(folder))
      return rules ? [rules, ...above] : above
    })
    return rulesFor
  }

  /** The folder whose rules are the outermost: that of the repository, unless it ignores the root itself. */
  const findTop = async (): Promise<Uri> => {
    const candidates = [root, ...above(root)]
    for (const [i, folder] of candidates.entries()) {
      if (!(await files.find(fileIn(folder, '.git')))) continue
      const rulesFor = rulesUpTo(folder)
      for (const inside of candidates.slice(0, i)) if (isIgnored(inside, await rulesFor(parentOf(inside)))) return root
      return folder
    }
    return root
  }
  let counting: Promise<ReturnType<typeof rulesUpTo>> | undefined
  const rulesFor = async (folder: Uri): Promise<readonly Rules[]> => {
    if (!honour) return []
    counting ??= findTop().then(rulesUpTo)
    return (await counting)(folder)
  }

  const excludes = async (uri: Uri): Promise<boolean> => {
    if (!uri.startsWith(root) || uri === root) return false
    const parent = isFolder(uri) ? parentOf(uri) : folderOf(uri)
    if (await excludesFolder(parent)) return true
    if (isFolder(uri) && (await isForeign(uri))) return true
    return isIgnored(uri, await rulesFor(parent))
  }
  const isForeign = async (folder: Uri): Promise<boolean> => {
    const name = baseName(folder.slice(0, -1) as Uri)
    if (foreignFolders.has(name)) return true
    if (!filled.has(name)) return false
    // A plugin of Kafka Connect comes with examples of its configuration.
    const [at, left] = name === 'etc' ? [parentOf(folder), ofPlugins] : [folder, leftBehind]
    for (const one of left) if (await files.find(fileIn(at, one))) return true
    return false
  }
  const excludesFolder = remembered(decided, excludes)

  return {
    excludes: uri => (isFolder(uri) ? excludesFolder(uri) : excludes(uri)),
    async kept(folder, entries) {
      // What is not listed need not be looked for; some disks fold the case of letters.
      if (!entries.some(({ name }) => name.toLowerCase() === '.gitignore')) own.set(folder, nothing)
      const rules = await rulesFor(folder)
      const left: Entry[] = []
      for (const entry of entries) {
        const { uri } = entry
        if (isFolder(uri) ? await isForeign(uri) : !syntaxOf(uri)) continue
        if (!isIgnored(uri, rules)) left.push(entry)
      }
      return left
    },
    problems: () => problems,
  }
}

const nothing = Promise.resolve(undefined)

/** Answers what is asked once, and remembers it. */
function remembered<T>(known: Map<Uri, Promise<T>>, answer: (uri: Uri) => Promise<T>): (uri: Uri) => Promise<T> {
  return uri => {
    const before = known.get(uri)
    if (before) return before
    const found = answer(uri)
    known.set(uri, found)
    return found
  }
}

/** Folders that package managers fill, by what they leave in them: Go, Composer, Python. A company's own may be called so too. */
const filled: ReadonlySet<string> = new Set(['vendor', 'venv', '.venv', 'etc'])
const ofPlugins = ['manifest.json']
const leftBehind = ['modules.txt', 'github.com', 'autoload.php', 'pyvenv.cfg']

/** The folders that hold a file or a folder, nearest first. */
const above = (uri: Uri): Uri[] => foldersOf(isFolder(uri) ? (uri.slice(0, -1) as Uri) : uri)

/** Whether rules leave a file or a folder out: those of the nearest folder that say anything of it decide. A configuration counts for whoever has it, whether or not it is shared. */
function isIgnored(uri: Uri, rules: readonly Rules[]): boolean {
  if (rules.length === 0 || baseName(uri) === '.kafka-review.yaml') return false
  for (const { folder, lines } of rules) {
    const path = pathBelow(folder, uri)
    const { ignored = false, unignored = false } = path ? lines.test(path) : {}
    if (ignored || unignored) return ignored
  }
  return false
}

/** The patterns are turned into regular expressions, whose time grows with the power of their wildcards: more than two in a name, or of those that span folders, are not followed. */
const isCostly = (line: string): boolean =>
  line.split('/').some(name => name !== '**' && (name.match(/\*+/g)?.length ?? 0) > 2) ||
  (line.match(/\*\*/g)?.length ?? 0) > 2
