import assert from 'node:assert/strict'
import { titleFor } from '../../server/src/formats/title.ts'
import { toUri } from '../../server/src/text/uri.ts'

describe('what a thing is called that only its file names', () => {
  const of = (path: string): string =>
    titleFor(
      path.replace(/^.*\//, '').replace(/\..*$/, ''),
      toUri(`file:///${path.startsWith('/') ? path.slice(1) : path}`),
    )

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
})
