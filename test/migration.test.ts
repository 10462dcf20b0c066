import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseAllDocuments } from 'yaml'
import { localeIds } from '../server/src/locale/locale.ts'
import { assertGolden } from './support/golden.ts'
import { stepsOf } from '../server/src/migration/steps.ts'
import type { MessageId } from '../server/src/words/message.ts'
import { assertSilent, assertValid, move, rehearsalOf, textsBelow, type Rehearsal } from './support/migration.ts'

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

  it('asks for the offsets of sinks that Confluent Cloud reads for, under a group of its own', async () => {
    const cluster = `resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
  standard {}
}

resource "confluent_kafka_topic" "orders" {
  kafka_cluster {
    id = confluent_kafka_cluster.shop.id
  }
  topic_name = "orders"
}

resource "confluent_connector" "archive" {
  kafka_cluster {
    id = confluent_kafka_cluster.shop.id
  }
  config_nonsensitive = {
    "connector.class"          = "S3_SINK"
    "name"                     = "archive"
    "kafka.auth.mode"          = "SERVICE_ACCOUNT"
    "kafka.service.account.id" = "sa-1"
    "topics"                   = "orders"
    "s3.bucket.name"           = "archive"
  }
}
`
    const own = cluster.replace(/ *"kafka\..*\n/g, '')
    const asked = async (text: string): Promise<unknown[]> =>
      (await move({ 'main.tf': text })).questions
        .filter(({ ask }) => ask.id === 'ask.groupOfService')
        .map(({ ask }) => ask.data['connector'])
    assert.deepEqual(await asked(cluster), ['archive'])
    assert.deepEqual(await asked(own), [])
    const starts = async (text: string): Promise<string[]> =>
      ((await move({ 'main.tf': text })).files.get('MIGRATION.md') ?? '').match(/^ *\w+ 'connect-archive' && /gm) ?? []
    assert.deepEqual(await starts(cluster), ["begun 'connect-archive' && "])
    assert.deepEqual(await starts(own), ["ready 'connect-archive' && "])
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

  it('is what has been rehearsed on real brokers: the same settings, steps of the document, and nothing lost', async () => {
    const migration = await move(textsBelow('test/migration/msk-company'))
    const moved = JSON.parse(readFileSync('server/tools/verify/moved.json', 'utf8')) as Rehearsal & {
      readonly steps: readonly string[]
      readonly lost: number
    }
    const { forward, back, heartbeat } = rehearsalOf(migration)
    assert.deepEqual(
      { forward, back, heartbeat },
      { forward: moved.forward, back: moved.back, heartbeat: moved.heartbeat },
      'npm run verify -- move has to rehearse other settings anew',
    )
    const said = stepsOf(migration.plan, () => '').flatMap(step => [step.title.id, step.back.id])
    for (const step of moved.steps) assert.ok(said.includes(step as MessageId), step)
    assert.equal(moved.lost, 0)
  })

  it('stops one direction wherever the other one is open', async () => {
    const { files } = await move(textsBelow('test/migration/msk-company'))
    const [back] = parseAllDocuments(files.get('7-way-back.yaml') ?? '')
    const spec = back?.toJS() as { spec: { mirrors: { sourceConnector: { state: string } }[] } }
    assert.equal(spec.spec.mirrors[0]?.sourceConnector.state, 'stopped')
  })
})
