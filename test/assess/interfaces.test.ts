import assert from 'node:assert/strict'
import { isOfInterface } from '../../server/src/assess/interface.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'

const proto = (space: string, message: string, more = ''): string =>
  `syntax = "proto3";\n${space === '' ? '' : `package ${space};\n`}${more}message ${message} {\n  string email = 1;\n}\n`
const service = (space: string): string =>
  proto(space, 'Reply', 'service Shop {\n  rpc Get(Reply) returns (Reply);\n}\n')

/** Whether the first message of the first file is part of an interface. */
function isIt(texts: Texts): boolean {
  const [path = ''] = Object.keys(texts)
  const { db, the } = ask(texts)
  return isOfInterface(db, the(path, 'record'))
}

describe('an interface between programs has', () => {
  for (const [what, texts, expected] of [
    ['the messages of a file with services', { 'a.proto': service('shop') }, true],
    ['no message of a file alone', { 'a.proto': proto('shop', 'User') }, false],
    ['the messages of a package with services', { 'a.proto': proto('shop', 'User'), 'b.proto': service('shop') }, true],
    ['no message of another package', { 'a.proto': proto('shop', 'User'), 'b.proto': service('bank') }, false],
    ['no message without a package', { 'a.proto': proto('', 'User'), 'b.proto': service('shop') }, false],
    [
      'what a file with services imports',
      { 'x/a.proto': proto('user', 'User'), 'b.proto': `${service('shop')}import "x/a.proto";\n` },
      true,
    ],
    [
      'what it imports by way of another file',
      {
        'x/a.proto': proto('user', 'User'),
        'm.proto': proto('middle', 'Middle', 'import "x/a.proto";\n'),
        'b.proto': service('shop').replace('service', 'import "m.proto";\nservice'),
      },
      true,
    ],
    [
      'no file of that name elsewhere',
      {
        'y/a.proto': proto('user', 'User'),
        'b.proto': service('shop').replace('service', 'import "x/a.proto";\nservice'),
      },
      false,
    ],
    [
      'the packages beside, of the same owner',
      { 'a.proto': proto('shop.user', 'User'), 'b.proto': service('shop.order') },
      true,
    ],
    [
      'the packages beside, of the same domain',
      { 'a.proto': proto('com.shop.user', 'User'), 'b.proto': service('com.shop.order') },
      true,
    ],
    [
      'no package of another domain',
      { 'a.proto': proto('com.shop.user', 'User'), 'b.proto': service('com.bank.order') },
      false,
    ],
    [
      'no package beside that is called after events',
      { 'a.proto': proto('shop.events', 'User'), 'b.proto': service('shop.order') },
      false,
    ],
    [
      'no file that is called after what is sent',
      { 'user_record.proto': proto('shop.user', 'User'), 'b.proto': service('shop.order') },
      false,
    ],
    [
      'no message of a topic',
      { 'users.proto': service('shop'), 't.yaml': strimzi('KafkaTopic', 'users', '  replicas: 3\n') },
      false,
    ],
    [
      'no message of a schema that the configuration gives to a topic',
      {
        'a.proto': service('shop'),
        '.kafka-review.yaml': 'version: 1\ntopics:\n  - match: users\n    schema: a.proto\n',
      },
      false,
    ],
    [
      'messages of a schema that it gives to none',
      {
        'a.proto': service('shop'),
        '.kafka-review.yaml': 'version: 1\ntopics:\n  - match: users\n    schema: b.proto\n',
      },
      true,
    ],
  ] as const)
    it(what, () => assert.equal(isIt(texts), expected))
})

describe('an event', () => {
  const beside = (message: string, space = 'shop', path = 'a.proto'): boolean =>
    !isIt({ [path]: proto(space, message), 'b.proto': service(space) })
  for (const [message, expected] of [
    ['UserCreatedEvent', true],
    ['OrderPaidEvent', true],
    ['MailSentEvent', true],
    ['UserCreated', false],
    ['UserEvent', false],
    ['Event', false],
    ['User', false],
  ] as const)
    it(`${expected ? 'is' : 'is not'} ${message}, of a package with services`, () =>
      assert.equal(beside(message), expected))
  for (const [message, expected] of [
    ['UserCreated', true],
    ['OrderPaid', true],
    ['LetterLost', true],
    ['UserEvent', true],
    ['User', false],
    ['Created', false],
  ] as const)
    it(`${expected ? 'is' : 'is not'} ${message} where the file is called after events`, () =>
      assert.equal(beside(message, 'shop', 'user_events.proto'), expected))
  it('is one as well where the package is called so, and none in a file of services', () => {
    assert.equal(beside('UserCreated', 'shop.event'), true)
    assert.equal(isIt({ 'events.proto': service('shop').replace('message Reply', 'message UserCreatedEvent') }), true)
  })
})
