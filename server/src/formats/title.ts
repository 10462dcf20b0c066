import { folderName, foldersOf, isAccountOrAbove, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import type { Lying } from './position.ts'

/** What a thing is called that has no name but that of its file, or a label: by the nearest folder below the one under review that says more where that name says only what kind of thing it is; never by somebody's account. */
export function titleFor(written: string, at: Lying): string {
  const words = wordsOf(written)
  if (!ofFiles.has(words[0] ?? '') && !words.every(word => kinds.has(word))) return written
  return (
    foldersOf(at.file)
      .filter(folder => givesName(folder, at))
      .map(folderName)
      .find(folder => wordsOf(folder).some(word => !kinds.has(word) && !rooms.has(word))) ?? written
  )
}

/** The name of the folder that a file lies in, or the next one above it; undefined where that is the one under review: two people check it out under two names. */
export function folderTitle(at: Lying, up = 0): string | undefined {
  const folder = foldersOf(at.file)[up]
  return folder !== undefined && givesName(folder, at) ? folderName(folder) || undefined : undefined
}

const givesName = (folder: Uri, { root }: Lying): boolean =>
  root === undefined ? !isAccountOrAbove(folder) : folder.startsWith(root) && folder !== root

/** What files of applications are called, whatever profile they are for. */
const ofFiles: ReadonlySet<string> = new Set(['application', 'appsettings', 'bootstrap'])

/** Words for kinds of things, and labels that stand where nobody gave a name. */
const kinds: ReadonlySet<string> = new Set([
  ...['server', 'broker', 'controller', 'client', 'consumer', 'producer', 'connect', 'distributed', 'standalone'],
  ...['config', 'conf', 'configuration', 'properties', 'settings', 'values', 'vars', 'env', 'environment'],
  ...['main', 'this', 'default', 'resource', 'template'],
])

/** Words of folders that say only what lies in them, or for which stage. */
const rooms: ReadonlySet<string> = new Set([
  ...['src', 'resources', 'templates', 'files', 'file', 'configs', 'etc', 'd', 'defaults', 'group', 'host', 'all'],
  ...['deploy', 'deployment', 'deployments', 'kubernetes', 'k', '8', 's', 'manifests', 'base', 'overlays', 'charts'],
  ...['chart', 'helm', 'terraform', 'tf', 'module', 'modules', 'ansible', 'playbooks', 'roles', 'infra'],
  ...['infrastructure', 'docker', 'compose', 'environments', 'envs', 'local', 'dev', 'development', 'test', 'tests'],
  ...['apps', 'e', '2', 'it', 'staging', 'stage', 'prod', 'production', 'fixtures', 'examples', 'example'],
])
