import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDb } from '../../server/src/assess/db.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { recordFormats } from '../../server/src/records/formats.ts'
import { german } from '../../server/src/records/words/de.ts'
import { readCompany } from '../support/company.ts'
import { reviewTexts, theLibrary } from '../support/fixtures.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'

/** LibreOffice is asked where there is one; what it makes of the files says more than our own reading of them. */
const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)

/** How LibreOffice is told the separator of a CSV file. */
const filters = {
  xlsx: [],
  csv: ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'],
  'csv-semicolon': ['--infilter=Text - txt - csv (StarCalc):59,34,76,1'],
} as const

describe('a spreadsheet', function () {
  this.timeout(180_000)
  const review = reviewTexts(readCompany())
  const db = openDb(review.estate, theLibrary())
  const record = recordOf(db, review.files())

  for (const form of ['xlsx', 'csv', 'csv-semicolon'] as const) {
    it(`opens the record as ${form}, with all its rows and letters`, function () {
      if (!office) return this.skip()
      const folder = temporaryFolder()
      const { ending, write } = recordFormats[form]
      const written = write(record, german, { show: () => 'kafka/topics.yaml:1' })
      writeFileSync(join(folder, `record.${ending}`), written)
      const filter = filters[form]
      const { status, stderr } = spawnSync(
        office,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          ...filter,
          '--convert-to',
          'html',
          '--outdir',
          folder,
          `record.${ending}`,
        ],
        { cwd: folder, encoding: 'utf8' },
      )
      assert.equal(status, 0, stderr)
      const shown = readFileSync(join(folder, 'record.html'), 'utf8')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&auml;|&#228;/g, 'ä')
        .replace(/&uuml;|&#252;/g, 'ü')
      for (const text of [
        'Verarbeitungstätigkeit',
        'Gesundheitsdaten (schwerbehindert), besondere Kategorie',
        'Vereinigtes Königreich',
      ])
        assert.ok(shown.replace(/&ouml;/g, 'ö').includes(text), `${text} is not shown`)
      const rows = readFileSync(join(folder, 'record.html'), 'utf8').match(/<tr/g)?.length
      assert.equal(
        rows,
        recordFormats.csv
          .write(record, german, { show: () => 'kafka/topics.yaml:1' })
          .trim()
          .split('\r\n').length,
      )
    })
  }
})
