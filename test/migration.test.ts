import assert from 'node:assert/strict'
import { parseAllDocuments } from 'yaml'
import { localeIds } from '../server/src/locale/locale.ts'
import { assertGolden } from './support/golden.ts'
import { assertSilent, assertValid, move, textsBelow } from './support/migration.ts'

describe('a move to Strimzi', () => {
  for (const lang of localeIds)
    it(`of a company on MSK reads as its golden does, in ${lang}`, async () => {
      const { files } = await move(textsBelow('test/migration/msk-company'), lang)
      for (const [name, text] of files)
        if (lang === 'en' || /^(?:MIGRATION\.md|answers\.env)$/.test(name))
          assertGolden(`test/migration/golden/msk-company/${lang}/${name}`, text)
    })

  for (const lang of localeIds)
    it(`of the examples' managed cluster reads as its golden does, in ${lang}`, async () => {
      const { files } = await move(textsBelow('test/examples'), lang)
      for (const [name, text] of files)
        if (name !== '.kafka-review.yaml' && (lang === 'en' || /^(?:MIGRATION\.md|answers\.env)$/.test(name)))
          assertGolden(`test/migration/golden/examples/${lang}/${name}`, text)
    })

  it('is valid by the schemas of Strimzi, and nothing is to be said of it', async () => {
    for (const folder of ['test/migration/msk-company', 'test/examples']) {
      const migration = await move(textsBelow(folder))
      assertValid(migration)
      assertSilent(migration)
    }
  })

  it('never writes a secret', async () => {
    const { files } = await move(textsBelow('test/migration/msk-company'))
    for (const [name, text] of files) assert.doesNotMatch(text, /Buche-2291|MIIEvQ/, name)
  })

  it('asks for what our own review would warn of, and copies the rest', async () => {
    const { files, questions } = await move(textsBelow('test/migration/msk-company'))
    const asked = questions.map(({ ask }) => ask.data['was'])
    assert.ok(asked.includes('ab12345.us-east-2.aws.snowflakecomputing.com:443'))
    assert.doesNotMatch(files.get('6-connect.yaml') ?? '', /us-east-2/)
    assert.match(files.get('6-connect.yaml') ?? '', /s3\.region: eu-central-1/)
  })

  it('stops one direction wherever the other one is open', async () => {
    const { files } = await move(textsBelow('test/migration/msk-company'))
    const [back] = parseAllDocuments(files.get('7-way-back.yaml') ?? '')
    const spec = back?.toJS() as { spec: { mirrors: { sourceConnector: { state: string } }[] } }
    assert.equal(spec.spec.mirrors[0]?.sourceConnector.state, 'stopped')
  })
})
