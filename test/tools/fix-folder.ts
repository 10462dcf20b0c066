import { readFileSync } from 'node:fs'
import { findFiles } from '../../server/src/cli/files.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { applyFix, assertFixSettles } from '../support/fixes.ts'
import { theLibrary } from '../support/fixtures.ts'

/** Applies every fix of every finding below a folder, each on its own, and holds it to the property of fixes; writes nothing. */
function checkFixes(folder: string): boolean {
  const texts = new Map(
    findFiles([folder])
      .filter(({ asked }) => asked)
      .map(({ path, uri }) => [uri, readFileSync(path, 'utf8')]),
  )
  const review = startReview(theLibrary())
  review.update(openReader().read([...texts]))
  const counts = { applied: 0, refused: 0, failed: 0 }
  for (const uri of [...review.files()]) {
    for (const finding of review.findings(uri).filter(({ suppressed }) => !suppressed)) {
      for (const fix of finding.fixes) {
        if (!applyFix(fix, texts)) counts.refused++
        else
          try {
            assertFixSettles(finding, fix, texts, review)
            counts.applied++
          } catch (error) {
            counts.failed++
            console.error(`${uri}\n  ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`)
          }
      }
    }
  }
  console.log(
    `${texts.size} files: ${counts.applied} fixes hold, ${counts.refused} are left to a person, ${counts.failed} fail`,
  )
  return counts.failed === 0
}

const [folder] = process.argv.slice(2)
if (folder === undefined) console.error('usage: npm run test:fixes -- FOLDER')
process.exitCode = folder !== undefined && checkFixes(folder) ? 0 : 1
