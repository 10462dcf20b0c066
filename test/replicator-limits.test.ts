import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Uri } from '../server/src/text/uri.ts'
import { reviewTexts } from './support/fixtures.ts'

const replicator = readFileSync('test/rules/KR712-replicator-limit-exceeded/ok-fits.tf', 'utf8').replace(
  'topics_to_replicate = ["scans"]',
  'topics_to_replicate = ["scan.*"]',
)

/** What is said of a replicator that takes so many declared topics. */
function saidOf(count: number, more = ''): unknown[] {
  const topics = Array.from(
    { length: count },
    (_, index) =>
      `resource "aws_msk_topic" "t${index}" {\n  cluster_arn = aws_msk_cluster.shop.arn\n  name = "scan-${index}"\n  partition_count = 6\n  replication_factor = 3\n}\n`,
  )
  const uri = 'file:///w/main.tf' as Uri
  return reviewTexts([{ uri, text: replicator.replace('["scan.*"]', `["scan.*"]\n      ${more}`) + topics.join('') }])
    .findings(uri)
    .filter(({ code }) => code === 'KR712')
    .map(({ message }) => message.data)
}

describe('a replicator of many topics', () => {
  it('is told when its service copies not all of them', () => {
    // One more stands in the fixture.
    assert.deepEqual(saidOf(749), [])
    assert.deepEqual(saidOf(750), [{ name: 'standby', count: 751, most: 750 }])
  })

  it('leaves out what it is told to leave out, and says nothing where a variable decides that', () => {
    assert.deepEqual(saidOf(750, 'topics_to_exclude = ["scan-7"]'), [])
    assert.deepEqual(saidOf(750, 'topics_to_exclude = [var.left_out]'), [])
    assert.deepEqual(saidOf(752, 'topics_to_exclude = ["scan-7"]'), [{ name: 'standby', count: 752, most: 750 }])
  })
})
