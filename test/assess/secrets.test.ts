import assert from 'node:assert/strict'
import { isSecretKey, secretsOf, secretSpansIn } from '../../server/src/assess/secrets.ts'
import { ask } from '../support/asking.ts'
import { uriOf } from '../support/fixtures.ts'

describe('a key of a secret', () => {
  for (const key of [
    'password',
    'database.password',
    'DB_PASSWD',
    'user.pwd',
    'keyPassphrase',
    'client.secret',
    'user-secret',
    'access.token',
    'api.key',
    'apiKey',
    'azure.account.key',
    'aws.secret.access.key',
    'basic.auth.user.info',
    'ssl.keystore.password',
    'password_',
    'token.',
  ])
    it(`is ${key}`, () => assert.ok(isSecretKey(key)))
  for (const key of [
    'password.file',
    'secret.name',
    'token.endpoint.url',
    'keystore.credentials',
    'primary.key',
    'message.key',
    'foreign.key',
    'cloud.api.key',
    'tokens',
    'secretary',
    'key',
    'passwordless',
    'username',
    '',
  ])
    it(`is not ${key || 'an empty one'}`, () => assert.ok(!isSecretKey(key)))
})

/** What is found in the settings of a client, without the connection that makes it one. */
function found(...lines: readonly string[]): string[] {
  const { the } = ask({ 'app.properties': `bootstrap.servers=kafka.shop.example:9092\n${lines.join('\n')}\n` })
  return secretsOf(the('app.properties', 'client').settings).map(
    ({ key, reference, referenced, form, fallback, mild }) =>
      [
        `${key} -> ${reference} ${referenced}`,
        ...(form === undefined ? [] : [form]),
        ...(fallback ? ['fallback'] : []),
        ...(mild ? ['mild'] : []),
      ].join(', '),
  )
}
const under = (value: string): string[] => found(`db.password=${value}`).map(one => one.replace('db.password -> ', ''))
const plain = ['DB_PASSWORD ${env:DB_PASSWORD}']
const mild = ['DB_PASSWORD ${env:DB_PASSWORD}, mild']

describe('a value under such a key', () => {
  for (const value of [
    'Ahornweg-17',
    'a:b',
    'xylophon',
    'yourself',
    'ENc',
    '***a',
    'AHORN7',
    'ahorn_weg',
    'x-y-secret-key',
    'q7-secret-key',
  ])
    it(`${value} is a secret`, () => assert.deepEqual(under(value), plain))
  for (const value of [
    'changeit',
    'changeme',
    'change_me',
    'CHANGE_ME',
    'CHANGEIT',
    'password',
    'Password',
    'p@ssw0rd',
    'p@$$w0rd1!',
    'secret123',
    'test1234',
    'example',
    'dummy',
    'pwd',
    'user:changeit',
  ])
    it(`${value} is one that everybody writes`, () => assert.deepEqual(under(value), mild))
  for (const value of [
    '',
    '${DB_PASSWORD}',
    '{{ db_password }}',
    '{cipher}abcdef',
    'ENC(abcdef)',
    'arn:aws:secretsmanager:eu-central-1:1:secret:a',
    'vault:secret/a',
    'op://a/b',
    'file:/run/secrets/a',
    'your-password',
    'enter_a_password',
    'Insert here',
    'put.it.here',
    '****',
    'xxxxxx',
    '***7***',
    '<password>',
    '{db-password}',
    'api-key-secret',
    'DB_PASSWORD',
    '_DB_PASSWORD_',
    'USER:DB_PASSWORD',
    'CHANGE_MENTION',
  ])
    it(`${value || 'nothing'} is none`, () => assert.deepEqual(under(value), []))

  it('is a password of five digits more than everybody writes', () => {
    assert.deepEqual(under('secret12345'), plain)
    assert.deepEqual(under('secret1234'), mild)
    assert.deepEqual(under('a:secret'), mild)
    assert.deepEqual(under('secret:a'), plain)
  })
})

describe('a value that holds where a variable is not set', () => {
  const key = (value: string): string[] => found(`db.password=${value}`)
  it('is a secret as any other', () => {
    assert.deepEqual(key('${DB_PW:Ahornweg-17}'), ['db.password -> DB_PW ${DB_PW}, fallback'])
    assert.deepEqual(key('${DB_PW:-Ahornweg-17}'), ['db.password -> DB_PW ${DB_PW}, fallback'])
    assert.deepEqual(key('${DB_PW:changeit}'), ['db.password -> DB_PW ${DB_PW}, fallback, mild'])
    for (const none of ['${DB_PW}', '${DB_PW:}', '${DB_PW:-}', '${file:/a:b}', '${DB_PW:${OTHER}}', 'a${DB_PW:b}'])
      assert.deepEqual(
        key(none).filter(one => one.includes('fallback')),
        [],
        none,
      )
  })
})

describe('the name of a user as password', () => {
  it('is mild where an image comes with both, of the same thing', () => {
    assert.deepEqual(found('db.user=postgres', 'db.password=postgres'), [
      'db.password -> DB_PASSWORD ${env:DB_PASSWORD}, mild',
    ])
    assert.deepEqual(found('db.user.name=postgres', 'db.password=postgres'), [
      'db.password -> DB_PASSWORD ${env:DB_PASSWORD}, mild',
    ])
    for (const lines of [
      ['db.user=ahornweg', 'db.password=ahornweg'],
      ['db.user=mysql', 'db.password=postgres'],
      ['other.user=postgres', 'db.password=postgres'],
      ['db.name=postgres', 'db.password=postgres'],
      ['db.password=postgres'],
    ])
      assert.deepEqual(found(...lines), ['db.password -> DB_PASSWORD ${env:DB_PASSWORD}'], lines.join())
  })
})

describe('what leads to a stand-in of a cloud', () => {
  it('takes every secret: what everybody writes is none there', () => {
    assert.deepEqual(found('s3.url=http://localstack:4566', 'db.password=changeit'), [])
    assert.deepEqual(found('s3.url=http://localstack.shop.svc:4566', 'db.password=changeit'), [])
    assert.deepEqual(found('s3.url=http://localstack:4566', 'db.password=Ahornweg-17').length, 1)
    assert.deepEqual(found('s3.url=http://stack:4566', 'db.password=changeit').length, 1)
    assert.deepEqual(found('s3.host=localstack:4566', 'db.password=changeit').length, 1)
  })
})

describe('a secret within a value', () => {
  for (const [value, expected] of [
    [
      'jdbc:postgresql://db/x?password=Ahornweg-17&ssl=true',
      'A_VALUE_SECRET jdbc:postgresql://db/x?password=${env:A_VALUE_SECRET}&ssl=true, urlQuery',
    ],
    ['https://me:Ahornweg-17@shop.example', 'A_VALUE_SECRET https://me:${env:A_VALUE_SECRET}@shop.example, urlUser'],
    [
      'AccountName=a;AccountKey=Ahornweg-17;',
      'A_VALUE_SECRET AccountName=a;AccountKey=${env:A_VALUE_SECRET};, connectionString',
    ],
    ['AKIAABCDEFGHIJKLMN7P', 'A_VALUE ${env:A_VALUE}, awsKeyId, mild'],
    ['ASIAABCDEFGHIJKLMN7P', 'A_VALUE ${env:A_VALUE}, awsKeyId, mild'],
    ['AKIAABCDEFGH7EXAMPLE', undefined],
    ['AKIAABCDEFGHIJKLM7O', undefined],
    ['https://me:changeit@shop.example', 'A_VALUE_SECRET https://me:${env:A_VALUE_SECRET}@shop.example, urlUser, mild'],
    ['https://me:${PASSWORD}@shop.example', undefined],
    ['https://me@shop.example', undefined],
    ['https://shop.example/a:b@c', undefined],
  ] as const)
    it(`${value} is ${expected === undefined ? 'none' : 'one'}`, () =>
      assert.deepEqual(
        found(`a.value=${value}`).map(one => one.replace('a.value -> ', '')),
        expected === undefined ? [] : [expected],
      ))
})

describe('the places of secrets', () => {
  const spans = (text: string): string[] => {
    const { db } = ask({ 'app.properties': text })
    return secretSpansIn(db, uriOf('app.properties'), text).map(({ start, end }) => text.slice(start, end))
  }
  it('are those of its values, and wherever one stands again', () => {
    assert.deepEqual(
      spans('# Ahornweg-17\nbootstrap.servers=kafka.shop.example:9092\ndb.password=Ahornweg-17\ntopic=orders\n'),
      ['Ahornweg-17', 'Ahornweg-17'],
    )
    assert.deepEqual(spans('bootstrap.servers=kafka.shop.example:9092\ntopic=orders\n'), [])
  })
  it('are without the quotes around them', () => {
    const text =
      'spring:\n  kafka:\n    bootstrap-servers: a.shop.example:9092\n    ssl:\n      key-password: "Ahornweg-17"\n'
    const { db } = ask({ 'application.yaml': text })
    assert.deepEqual(
      secretSpansIn(db, uriOf('application.yaml'), text).map(({ start, end }) => text.slice(start, end)),
      ['Ahornweg-17'],
    )
  })
})
