import assert from 'node:assert/strict'
import { titleFor } from '../../server/src/formats/title.ts'
import { openTextReview } from '../../server/src/host/text-review.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { theLibrary } from '../support/fixtures.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

describe('what a thing is called that only its file names', () => {
  const uri = (path: string): Uri => toUri(`file:///${path.startsWith('/') ? path.slice(1) : path}`)
  const of = (path: string, root?: string): string =>
    titleFor(path.replace(/^.*\//, '').replace(/\..*$/, ''), {
      file: uri(path),
      ...(root === undefined ? {} : { root: uri(root) }),
    })

  it('is the nearest folder that says more', () => {
    assert.equal(of('/srv/acme/orders/src/main/resources/application.yml'), 'orders')
    assert.equal(of('/srv/acme/kafka/templates/server.properties'), 'kafka')
    assert.equal(of('/srv/acme/brokers-of-orders.properties'), 'brokers-of-orders')
  })

  it('is never the account of somebody on the machine', () => {
    assert.equal(of('/home/anna/infra/server.properties'), 'server')
    assert.equal(of('/Users/anna/server.properties'), 'server')
    assert.equal(of('c:/Users/anna/deploy/server.properties'), 'server')
    assert.equal(of('/home/server.properties'), 'server')
    assert.equal(of('/home/anna/orders/server.properties'), 'orders')
    // A project may have a folder of that name.
    assert.equal(of('/srv/acme/home/heating/server.properties'), 'heating')
  })

  it('is no folder that holds what is reviewed, nor that which is: two people check it out under two names', () => {
    assert.equal(of('/srv/acme/orders/deploy/server.properties', '/srv/acme/'), 'orders')
    assert.equal(of('/srv/acme/server.properties', '/srv/acme/'), 'server')
    assert.equal(of('/builds/job2/deploy/server.properties', '/builds/job2/'), 'server')
  })
})

describe('what a file names only by where it lies', () => {
  before(prepareReading)

  const texts = {
    'deploy/server.properties': 'broker.id=1\nlog.dirs=/data\nlisteners=PLAINTEXT://0.0.0.0:9092\n',
    '.env': 'KAFKA_BOOTSTRAP_SERVERS=kafka.acme.de:9092\n',
    'main.tf': 'resource "aws_msk_cluster" "this" {\n  number_of_broker_nodes = 3\n}\n',
    'modules/main.tf': 'resource "aws_msk_cluster" "main" {\n  number_of_broker_nodes = 3\n}\n',
    'orders/user.json': '{"type": "object", "properties": {"email": {"type": "string"}}}\n',
  }
  /** Kinds and names of all that is read below a folder. */
  const readBelow = (root: string): string[] => {
    const folder = toUri(`file://${root}`)
    const texted = openTextReview(theLibrary(), () => [folder])
    texted.take(Object.entries(texts).map(([path, text]) => [(folder + path) as Uri, text]))
    return [...texted.review.files()]
      .flatMap(file => texted.review.estate.entities(file))
      .map(({ kind, name }) => `${kind} ${'state' in name && name.state === 'known' ? name.value : '?'}`)
  }

  it('is called the same wherever it is checked out', () => {
    const here = readBelow('/srv/acme/')
    assert.ok(here.length >= 4, here.join())
    assert.deepEqual(readBelow('/builds/group/shop-kafka/job2/'), here)
    // Of the folders above the one under review, none makes an event of a schema.
    assert.deepEqual(readBelow('/builds/domain-events/acme/'), here)
  })

  it('belongs to events in a repository that is called after them', () => {
    assert.ok(readBelow('/builds/event-schemas/').some(one => one.startsWith('schema ')))
  })
})
