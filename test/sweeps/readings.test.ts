import { basename } from 'node:path'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'
import { readFixtures, type FixtureFile } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { readOtherwise, toldOf } from '../support/readings.ts'

/** Longer files of several documents are read one document after another, each on its lines: nobody needs all to tell what a word does in one. */
const most = 2000

const partsOf = (file: FixtureFile): FixtureFile[] =>
  file.text.length > most && /\.ya?ml$/.test(file.path)
    ? syntaxes.yaml.documents(file.text).map(({ start, end }) => ({
        ...file,
        text: file.text.slice(0, start).replace(/[^\n]+/g, '') + file.text.slice(start, end),
      }))
    : [file]

describe('each line left out, and each word otherwise, changes of what is read what it did', function () {
  this.timeout(120_000)
  for (const { name, files } of readFixtures('test/formats'))
    if (!/\.test\.ts$|together$/.test(name))
      it(`in ${basename(name)}`, () =>
        assertGolden(
          `test/sweeps/readings/${basename(name)}.golden.txt`,
          files
            .flatMap(partsOf)
            .map(part => readOtherwise([part]))
            .join(''),
        ))

  for (const { name, files } of readFixtures('test/formats/together'))
    it(`in the files of ${basename(name)} together`, () =>
      assertGolden(
        `test/sweeps/readings/together/${basename(name)}.golden.txt`,
        `${toldOf(files)}\n${readOtherwise(files)}`,
      ))
})
