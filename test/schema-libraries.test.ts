import { english } from '../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { checkSchemas } from '../server/src/host/schema-check.ts'
import { refusalBy } from '../server/src/host/schema-libraries.ts'
import { readFixtures, reviewTexts, uriOf } from './support/fixtures.ts'
import { word } from '../server/src/words/message.ts'

describe('the libraries of schemas', () => {
  it('take what is right, and what only lacks another file', () => {
    for (const [language, text] of [
      ['avro', '{"type": "record", "name": "Order", "fields": [{"name": "number", "type": "string"}]}'],
      ['avro', '{"type": "record", "name": "Order", "fields": [{"name": "customer", "type": "shop.Customer"}]}'],
      [
        'avro',
        '[{"type": "record", "name": "A", "fields": []}, {"type": "record", "name": "B", "fields": [{"name": "a", "type": "A"}]}]',
      ],
      ['avro', '{"type": "rec'],
      [
        'protobuf',
        'message M {\n  optional group Contact = 7 [deprecated = true] {\n    optional string email = 1;\n  }\n}',
      ],
      ['protobuf', 'syntax = "proto3";\nimport "other.proto";\nmessage Order { shop.Customer customer = 1; }'],
    ] as const)
      assert.equal(refusalBy(language, text), undefined, text)
  })

  it('refuse in their own words what our reading takes', async () => {
    const text =
      '{"type": "record", "name": "Price", "fields": [{"name": "amount", "type": {"type": "fixed", "name": "Amount", "size": -4}}]}'
    const uri = uriOf('price.avsc')
    const review = reviewTexts([{ uri, text }])
    const invalid = (): string[] =>
      review
        .findings(uri)
        .filter(({ code }) => code === 'KR801')
        .map(
          ({ code, level, message, at }) =>
            `${code} ${level} ${word(message, english)} at ${text.slice(at.span.start, at.span.end)}`,
        )
    assert.deepEqual(invalid(), [])
    assert.deepEqual(await checkSchemas(review, [[uri, text]]), new Set([uri]))
    assert.deepEqual(invalid(), ['KR801 warning Schema is refused by avsc: invalid Amount size at "Price"'])
    assert.deepEqual(
      await checkSchemas(review, [[uri, text]]),
      new Set(),
      'a schema that is refused is not asked about again',
    )
  })

  it('stand on the line that they name', async () => {
    const text = 'message Order {\n  string number = 1;\n}\n'
    const uri = uriOf('order.proto')
    const review = reviewTexts([{ uri, text }])
    await checkSchemas(review, [[uri, text]])
    const [finding] = review.findings(uri).filter(({ code }) => code === 'KR801')
    assert.ok(finding)
    assert.equal(text.slice(finding.at.span.start, finding.at.span.end), 'string number = 1;')
    assert.equal(word(finding.message, english), "Schema is refused by protobufjs: illegal token 'string'")
  })

  it('have nothing to add to the schemas of the fixtures that are right', async () => {
    for (const folder of ['KR101-personal-data-field', 'KR102-special-category-field', 'KR801-invalid-schema']) {
      for (const fixture of readFixtures(`test/rules/${folder}`)) {
        const review = reviewTexts(fixture.files)
        const refused = await checkSchemas(
          review,
          fixture.files.map(({ uri, text }) => [uri, text]),
        )
        assert.deepEqual(
          [...refused].flatMap(file =>
            review
              .findings(file)
              .filter(({ code }) => code === 'KR801')
              .map(({ message }) => `${fixture.name}: ${word(message, english)}`),
          ),
          [],
        )
      }
    }
  })
})
