import assert from 'node:assert/strict'
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { editTogether, fixAllSafe, fixesAlike, preferredFix } from '../../server/src/lsp/fix-together.ts'
import type { Served, Texts } from '../../server/src/lsp/served.ts'
import type { Finding, OfferedFix } from '../../server/src/rules/finding.ts'
import { english } from '../../server/src/words/en/english.ts'
import { say, word, type Message } from '../../server/src/words/message.ts'
import { reviewTexts, root, uriOf } from '../support/fixtures.ts'
import { topic } from '../support/shop.ts'

/** A finding with one fix, which the table of consequences calls safe. */
function mendable(): Finding {
  const uri = `${root}connect.properties`
  const text = 'bootstrap.servers=k:9093\nsecurity.protocol=SSL\nunclean.leader.election.enable=true\nbroker.id=1\n'
  const review = reviewTexts([{ uri, text }])
  const found = [...review.files()].flatMap(file => review.findings(file)).find(({ code }) => code === 'KR304')
  assert.ok(found)
  return found
}

describe('the fix that an editor prefers', () => {
  it('is the only safe one', () => {
    const finding = mendable()
    assert.equal(finding.fixes.length, 1)
    assert.equal(preferredFix(finding), finding.fixes[0])
  })

  it('is none for a guess, where there are two, or where it refers to what has to exist first', () => {
    const finding = mendable()
    const [fix] = finding.fixes
    assert.ok(fix)
    assert.equal(preferredFix({ ...finding, certainty: 'guessed' }), undefined)
    assert.equal(preferredFix({ ...finding, fixes: [fix, { ...fix }] }), undefined)
    assert.equal(preferredFix({ ...finding, fixes: [{ ...fix, refers: true }] }), undefined)
  })

  it('is none where a person has to write, to do or to decide something, and where what runs may change', () => {
    const finding = mendable()
    const [fix] = finding.fixes
    assert.ok(fix)
    const others: readonly OfferedFix[] = [
      { ...fix, does: 'restarts' },
      { ...fix, asks: 'reason' },
      { ...fix, beside: { says: say('action.fixAll'), commands: [] } },
      { ...fix, refers: true },
    ]
    for (const other of others) {
      assert.equal(preferredFix({ ...finding, fixes: [other] }), undefined)
      assert.equal(preferredFix({ ...finding, fixes: [{ ...other, safe: true }] }), undefined)
      assert.equal(preferredFix({ ...finding, fixes: [other, fix] }), fix, 'beside one that asks nothing')
    }
    assert.equal(preferredFix({ ...finding, fixes: [] }), undefined)
  })

  it('is the one of several that its rule knows to be right, also of a guess', () => {
    const finding = mendable()
    const [fix] = finding.fixes
    assert.ok(fix)
    const right: OfferedFix = { ...fix, title: say('action.fixAll'), safe: true }
    assert.equal(preferredFix({ ...finding, fixes: [fix, right] }), right)
    assert.equal(preferredFix({ ...finding, certainty: 'guessed', fixes: [right] }), right)
    assert.equal(preferredFix({ ...finding, fixes: [right, { ...right }] }), undefined, 'but not of two')
  })
})

describe('fixes that are made together', () => {
  const text = [topic(3, 'orders'), topic(3, 'returns')]
    .map(one => `${one}  config:\n    unclean.leader.election.enable: true\n    min.insync.replicas: 1\n`)
    .join('---\n')
  const uri = uriOf('topics.yaml')
  const findings = reviewTexts([{ uri, text }]).findings(uri)
  const texts: Texts = { textOf: file => (file === uri ? text : undefined), versionOf: () => null }
  const label = say('action.fixAll')
  const together = (fixes: readonly OfferedFix[], previews = true): WorkspaceEdit | undefined =>
    editTogether(fixes, label, texts, english, previews)
  const written = (edit: WorkspaceEdit | undefined): string[] =>
    (edit?.documentChanges ?? []).flatMap(change =>
      (change as TextDocumentEdit).edits.map(one => `${one.range.start.line}: ${'newText' in one ? one.newText : ''}`),
    )
  const of = (code: string): Finding[] => findings.filter(finding => finding.code === code)
  const fixesOf = (code: string): OfferedFix[] => of(code).flatMap(({ fixes }) => fixes)

  it('stand in the order of the text, and what two ask for is made once', () => {
    const [first, second] = fixesOf('KR304')
    assert.ok(first && second)
    assert.deepEqual(written(together([second, first, first, second])), ['9: false', '21: false'])
  })

  it('never overlap: of two that write the same place otherwise, the first is made', () => {
    const [fix] = fixesOf('KR302')
    const [edit] = fix?.edits ?? []
    assert.ok(fix && edit?.op === 'set')
    const other: OfferedFix = { ...fix, edits: [{ ...edit, value: 3 }] }
    assert.deepEqual(written(together([fix, other])), ['10: 2'])
    assert.deepEqual(written(together([other, fix])), ['10: 3'])
  })

  it('write at one place once only: two insertions there have no order, and one that writes more than another is another', () => {
    const [finding] = of('KR304')
    const [fix] = finding?.fixes ?? []
    const [edit] = fix?.edits ?? []
    assert.ok(finding && fix && edit?.op === 'set')
    const commented = (said: string): OfferedFix => ({ ...fix, edits: [{ op: 'comment', at: finding.at, text: said }] })
    assert.deepEqual(written(together([commented('a'), commented('b'), commented('a')])).length, 1)
    assert.match(written(together([commented('b'), commented('a')])).join(), /# b/)
    assert.deepEqual(written(together([commented('a'), fix])).length, 2, 'a line above is apart')
  })

  it('are none where there is nothing to mend, and none of a file where none is safe', () => {
    assert.equal(together([]), undefined)
    assert.equal(together([], false), undefined)
    const served = { texts, tell: () => 'all' } as unknown as Served
    assert.equal(fixAllSafe(uri, of('KR302'), served), undefined)
  })

  it('are shown first, and are not made unseen where one may change what runs', () => {
    const fixes = [...fixesOf('KR302'), ...fixesOf('KR304')]
    assert.ok(fixes.some(({ does }) => does !== 'safe') && fixes.some(({ does }) => does === 'safe'))
    const [annotation] = Object.values(together(fixes)?.changeAnnotations ?? {})
    assert.equal(annotation?.needsConfirmation, true)
    assert.equal(annotation?.description?.split('\n').length, 2, 'each way of mending is told once')
    assert.equal(annotation?.label, word(label, english))
    assert.equal(together(fixes, false), undefined)
    const unseen = together(
      fixes.filter(({ does }) => does === 'safe'),
      false,
    )
    assert.equal(unseen?.changeAnnotations, undefined)
    assert.ok(written(unseen).length > 0)
  })

  it('are those that mend the same rule in the same way, of findings that nobody accepts, and need nothing beside', () => {
    const [first, second] = of('KR304')
    assert.ok(first && second)
    assert.equal(fixesAlike(first, findings).length, 2)
    assert.equal(fixesAlike(first, [first, { ...second, suppressed: { reason: 'rebuilt', by: second.at } }]).length, 1)
    const [fix] = first.fixes
    assert.ok(fix)
    assert.deepEqual(fixesAlike({ ...first, fixes: [{ ...fix, asks: 'reason' }] }, findings), [])
    assert.deepEqual(fixesAlike({ ...first, fixes: [] }, findings), [])
  })

  it('of a file leave out references to secrets, though brokers take another password while they run', () => {
    const file = uriOf('roles/kafka/defaults/main.yml')
    const broker = 'kafka_config:\n  broker.id: 1\n  listeners: SSL://:9093\n  ssl.keystore.password: Sommerwind-3310\n'
    const [finding] = reviewTexts([{ uri: file, text: broker }])
      .findings(file)
      .filter(({ code }) => code === 'KR505')
    assert.equal(finding?.fixes[0]?.does, 'safe')
    const served = {
      texts: { textOf: () => broker, versionOf: () => null },
      tell: () => 'all',
    } as unknown as Served
    assert.equal(fixAllSafe(file, finding ? [finding] : [], served), undefined)
    assert.equal(finding && preferredFix(finding), undefined)
  })

  it('of a file leave out guesses, what is accepted, and what stands in another file', () => {
    const [finding] = of('KR304')
    assert.ok(finding)
    const [fix] = finding.fixes
    assert.ok(fix)
    const safe: Finding = { ...finding, fixes: [{ ...fix, title: say('action.fixAll') }] }
    const served = { texts, tell: () => 'all' } as unknown as Served
    const edited = (one: Finding, file = uri): string[] => written(fixAllSafe(file, [one], served)?.edit)
    assert.deepEqual(edited(safe), ['9: false'])
    const action = fixAllSafe(uri, [safe], { texts, tell: ({ id }: Message) => id } as unknown as Served)
    assert.deepEqual([action?.title, action?.kind], ['action.fixAll', 'source.fixAll.kafkaReview'])
    assert.deepEqual(edited({ ...safe, certainty: 'guessed' }), [])
    assert.deepEqual(edited({ ...safe, suppressed: { reason: 'rebuilt', by: safe.at } }), [])
    assert.deepEqual(edited({ ...safe, fixes: [fix] }), [], 'what is told to do something to what runs')
    assert.deepEqual(edited(safe, uriOf('other.yaml')), [])
  })
})
