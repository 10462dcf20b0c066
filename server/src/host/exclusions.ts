import ignore, { type Ignore } from 'ignore'
import { foreignFolders } from '../reader/formats.ts'
import { baseName, foldersOf, parentOf, pathBelow, fileIn, type Uri } from '../text/uri.ts'
import { isFolder, type Files } from './files.ts'

/** What a review of a folder leaves out: what others have made, and what git ignores. */
export interface Exclusions {
  /** Whether a file or a folder below the root is left out; the root itself never is. */
  excludes(uri: Uri): Promise<boolean>
  /** Lines of `.gitignore` that are not followed. */
  problems(): readonly { readonly file: Uri; readonly message: string }[]
}

/** Opens the exclusions below a folder; `honour` says whether `.gitignore` counts. What is looked up once is remembered. */
export function openExclusions(files: Files, root: Uri, honour: boolean): Exclusions {
  const rules = new Map<Uri, Promise<Ignore | undefined>>()
  const decided = new Map<Uri, Promise<boolean>>()
  const problems: { file: Uri; message: string }[] = []

  const rulesIn = (folder: Uri): Promise<Ignore | undefined> => {
    const known = rules.get(folder)
    if (known) return known
    const reading = readRules(fileIn(folder, '.gitignore'))
    rules.set(folder, reading)
    return reading
  }
  const readRules = async (file: Uri): Promise<Ignore | undefined> => {
    const content = await files.read(file)
    if (!content || 'problem' in content) return undefined
    const lines = content.text.split(/\r?\n/)
    const costly = lines.filter(isCostly)
    if (costly.length > 0) problems.push({ file, message: `too many wildcards in ${costly[0]}; not followed` })
    return ignore().add(lines.filter(line => !isCostly(line)))
  }

  /** The rules of the nearest folder that say anything of it decide. A configuration counts for whoever has it, whether or not it is shared. */
  const isIgnored = async (uri: Uri, top: Uri): Promise<boolean> => {
    if (baseName(uri) === '.kafka-review.yaml') return false
    for (const folder of above(uri)) {
      const rules = await rulesIn(folder)
      const verdict = rules && verdictOf(rules, pathBelow(folder, uri))
      if (verdict !== undefined) return verdict
      if (folder === top) return false
    }
    return false
  }

  /** The folder whose rules are the outermost: that of the repository, unless it ignores the root itself. */
  const findTop = async (): Promise<Uri> => {
    const candidates = [root, ...above(root)]
    for (const [i, folder] of candidates.entries()) {
      if (!(await files.find(fileIn(folder, '.git')))) continue
      for (const inside of candidates.slice(0, i)) if (await isIgnored(inside, folder)) return root
      return folder
    }
    return root
  }
  let top: Promise<Uri> | undefined

  const excludes = async (uri: Uri): Promise<boolean> => {
    if (!uri.startsWith(root) || uri === root) return false
    const parent = isFolder(uri) ? parentOf(uri) : foldersOf(uri)[0]
    if (parent && (await excludesFolder(parent))) return true
    if (isFolder(uri) && (await isForeign(uri))) return true
    if (!honour) return false
    top ??= findTop()
    return isIgnored(uri, await top)
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
  const excludesFolder = (folder: Uri): Promise<boolean> => {
    const known = decided.get(folder)
    if (known) return known
    const deciding = excludes(folder)
    decided.set(folder, deciding)
    return deciding
  }
  return { excludes: uri => (isFolder(uri) ? excludesFolder(uri) : excludes(uri)), problems: () => problems }
}

/** Folders that package managers fill, by what they leave in them: Go, Composer, Python. A company's own may be called so too. */
const filled: ReadonlySet<string> = new Set(['vendor', 'venv', '.venv', 'etc'])
const ofPlugins = ['manifest.json']
const leftBehind = ['modules.txt', 'github.com', 'autoload.php', 'pyvenv.cfg']

/** The folders that hold a file or a folder, nearest first. */
const above = (uri: Uri): Uri[] => foldersOf(isFolder(uri) ? (uri.slice(0, -1) as Uri) : uri)

/** Whether rules leave a path out; undefined where they say nothing of it. */
function verdictOf(rules: Ignore, path: string | undefined): boolean | undefined {
  const { ignored = false, unignored = false } = path ? rules.test(path) : {}
  return ignored || unignored ? ignored : undefined
}

/** The patterns are turned into regular expressions, whose time grows with the power of their wildcards: more than two in a name, or of those that span folders, are not followed. */
const isCostly = (line: string): boolean =>
  line.split('/').some(name => name !== '**' && (name.match(/\*+/g)?.length ?? 0) > 2) ||
  (line.match(/\*\*/g)?.length ?? 0) > 2
