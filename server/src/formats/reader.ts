import { loadHcl } from '../syntax/hcl-parser.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { formatsOf, holds } from './formats.ts'
import { longestText, readFile, type Reading } from './read-file.ts'
import { readSuppressions } from './suppressions.ts'
import { isTerraform } from './terraform/file.ts'
import { openTerraformWorkspace } from './terraform/workspace.ts'

/** Loads what reading needs; to be awaited once, before anything is read. */
export const prepareReading = (): Promise<void> =>
  loadHcl(async () => (await import('../syntax/hcl-binaries.ts')).hclBinaries)

/** What a file says now; no text where it is gone. The language is the editor's, for files without an ending. */
export type Change = readonly [file: string, text: string | undefined, language?: string]

/** Reads files that come and go, and remembers what the next reading can take over. Files that are read together are read again together. */
export interface Reader {
  /** Takes over what files say; returns what has been read anew, undefined where nothing is ours. */
  read(changes: Iterable<Change>): [string, FileFacts | undefined][]
}

/** Starts without any file. */
export function openReader(): Reader {
  const readings = new Map<string, Reading>()
  const terraform = openTerraformWorkspace()
  const texts = new Map<string, string>()

  const single = ([file, text, language]: Change): [string, FileFacts | undefined] => {
    const reading = text === undefined ? undefined : readFile(file, text, readings.get(file), language)
    if (reading) readings.set(file, reading)
    else readings.delete(file)
    return [file, reading?.facts]
  }

  const together = (changes: readonly Change[]): [string, FileFacts | undefined][] => {
    const kept = changes.map(
      ([file, text]) => [file, text !== undefined && text.length <= longestText ? text : undefined] as const,
    )
    for (const [file, text] of kept) {
      if (text === undefined) texts.delete(file)
      else texts.set(file, text)
    }
    const entities = terraform.update(
      kept.map(
        ([file, text]) =>
          [file, text, text !== undefined && formatsOf(file).some(format => holds(text, format))] as const,
      ),
    )
    return [...entities].map(([file, found]) => [
      file,
      found && {
        file,
        entities: found,
        suppressions: (['#', '//'] as const).flatMap(mark => readSuppressions(file, texts.get(file) ?? '', mark)),
      },
    ])
  }

  return {
    read(changes) {
      const all = [...changes]
      const modules = all.filter(([file]) => isTerraform(file))
      return [
        ...all.filter(([file]) => !isTerraform(file)).map(single),
        ...(modules.length > 0 ? together(modules) : []),
      ]
    },
  }
}
