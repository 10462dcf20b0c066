import { basename } from 'node:path'
import { readFixtures } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { readOtherwise } from '../support/readings.ts'

describe('each line left out, and each word otherwise, changes of what is read what it did', function () {
  this.timeout(60_000)
  for (const { name, files } of readFixtures('test/formats'))
    if (!name.endsWith('.test.ts'))
      it(`in ${basename(name)}`, () =>
        assertGolden(`test/sweeps/readings/${basename(name)}.golden.txt`, readOtherwise(files)))
})
