import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Uri } from '../server/src/text/uri.ts'
import { reviewTexts } from './support/fixtures.ts'

const fixture = readFileSync('test/rules/KR712-replicator-limit-exceeded/ok-fits.tf', 'utf8')
const from = fixture.indexOf('resource "aws_msk_replicator"')
const to = fixture.indexOf('provider "aws"')

/** What is said of replicators beside 751 topics, by their names; each is told so much more. */
function saidOf(replicators: Readonly<Record<string, string>>): unknown[] {
  const topics = Array.from(
    // One more stands in the fixture.
    { length: 750 },
    (_, index) =>
      `resource "aws_msk_topic" "t${index}" {\n  cluster_arn = aws_msk_cluster.shop.arn\n  name = "scan-${index}"\n  partition_count = 6\n  replication_factor = 3\n}\n`,
  )
  const uri = 'file:///w/main.tf' as Uri
  const text = [fixture.slice(0, from), ...topics, fixture.slice(to)]
  for (const [name, more] of Object.entries(replicators))
    text.push(
      fixture
        .slice(from, to)
        .replaceAll('standby', name)
        .replace('topics_to_replicate = ["scans"]', `topics_to_replicate = ["scan.*"]\n      ${more}`),
    )
  return reviewTexts([{ uri, text: text.join('') }])
    .findings(uri)
    .filter(({ code }) => code === 'KR712')
    .map(({ message }) => message.data)
}

describe('a replicator of many topics', () => {
  it('is told when its service copies not all of them, but for what it leaves out; nothing where a variable decides that', () => {
    assert.deepEqual(
      saidOf({
        all: '',
        fits: 'topics_to_exclude = ["scan-7"]',
        variable: 'topics_to_exclude = [var.left_out]',
        other: 'topics_to_exclude = ["scan-7000"]',
      }),
      [
        { name: 'all', count: 751, most: 750 },
        { name: 'other', count: 751, most: 750 },
      ],
    )
  })
})
