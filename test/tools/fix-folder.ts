import { inEnglish } from '../../server/src/locale/en.ts'
import { reviewPaths } from '../../server/src/cli/review-paths.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { applyFix, assertFixSettles } from '../support/fixes.ts'
import { theLibrary } from '../support/fixtures.ts'

/** Applies every fix of every finding below a folder, each on its own, and holds it to the property of fixes; writes nothing. */
async function checkFixes(folder: string): Promise<boolean> {
  await prepareReading()
  const { review, files } = await reviewPaths([folder], theLibrary(), { honourIgnored: true, words: inEnglish.words })
  const texts = new Map(files.map(({ uri, text }) => [uri, text]))
  const counts = { applied: 0, refused: 0, failed: 0 }
  const findings = [...review.files()].flatMap(uri => review.findings(uri)).filter(({ suppressed }) => !suppressed)
  for (const finding of findings)
    for (const fix of finding.fixes) counts[applyFix(fix, texts) ? attempt(finding, fix, texts, review) : 'refused']++
  console.log(
    `${texts.size} files: ${counts.applied} fixes hold, ${counts.refused} are left to a person, ${counts.failed} fail`,
  )
  return counts.failed === 0
}

function attempt(...given: Parameters<typeof assertFixSettles>): 'applied' | 'failed' {
  try {
    assertFixSettles(...given)
    return 'applied'
  } catch (error) {
    console.error(`${given[0].at.file}\n  ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`)
    return 'failed'
  }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) console.error('usage: npm run test:fixes -- FOLDER')
process.exitCode = folder !== undefined && (await checkFixes(folder)) ? 0 : 1
