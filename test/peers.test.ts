import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { markOf, readFixtures, reviewTexts } from './support/fixtures.ts'
import { updating } from './support/golden.ts'
import { asMarkers, writeMarkers } from './support/markers.ts'

// What other tools have tests for, in files of our own: Strimzi's KafkaSpecChecker, jikkou, julie. The names tell what each is about, the markers what we say.
describe('what peers check', () => {
  for (const { name, files } of readFixtures('test/peers')) {
    it(name, () => {
      const review = reviewTexts(files)
      for (const { path, uri, text, markers } of files) {
        const findings = review.findings(uri)
        if (updating) writeFileSync(path, writeMarkers(text, findings, markOf(uri)))
        else assert.deepEqual(asMarkers(text, findings), markers, path)
      }
    })
  }
})
