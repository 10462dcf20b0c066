import data from '../knowledge/names.yaml'
import { folderName, foldersOf, isAccountOrAbove, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import type { Lying } from './position.ts'

const { titles } = data() as { titles: Readonly<Record<'files' | 'kinds' | 'rooms', readonly string[]>> }
const [ofFiles, kinds, rooms] = [new Set(titles.files), new Set(titles.kinds), new Set(titles.rooms)]

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
