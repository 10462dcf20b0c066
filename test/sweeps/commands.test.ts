import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from '../../server/src/version.ts'
import { runIn } from '../support/command-line.ts'
import { assertGolden } from '../support/golden.ts'
import { cluster, pool, sink, topic } from '../support/shop.ts'

/** Files to write, or a command; what it prints is kept in a file where one is named. */
type Step = Readonly<Record<string, string>> | string | { readonly into: string; readonly run: string }

const schema = (...fields: readonly string[]): string =>
  JSON.stringify({ type: 'record', name: 'Order', fields: fields.map(name => ({ name, type: 'string' })) }, null, 1)

const shop = {
  'shop/cluster.yaml': cluster,
  'shop/pool.yaml': pool(3),
  'shop/topic.yaml': topic(3),
  'shop/sink.json': sink,
  'shop/orders-value.avsc': schema('order_number', 'email'),
}

const declared = (purposes: string): string =>
  `version: 1\nrecord:\n  activities:\n    - match: orders\n      name: Orders\n      purposes: [${purposes}]\n`

const shells: Readonly<Record<string, readonly Step[]>> = {
  help: [
    'help',
    'version',
    ...['check', 'diff', 'record', 'flow', 'scorecard', 'facts', 'mcp', 'migrate', 'lsp'].map(name => `help ${name}`),
    'check --help',
    '',
    'help nothing',
    'check . --nothing',
    'check . --level',
    'help --lang de',
    'check nothing --lang fr',
  ],
  check: [
    shop,
    'check shop',
    'check shop --level hint',
    'check shop/topic.yaml shop/sink.json --level warning',
    'check shop --only shop/topic.yaml',
    'check shop --fail-on never',
    'check shop --fail-on hint --level error',
    'check shop --explain --level error',
    'check shop --format github --level error',
    'check shop --lang de',
    {
      'shop/.kafka-review.yaml': 'version: 1\nignore:\n  - path: sink.json\n    code: KR401\n    reason: decided\n',
    },
    'check shop --level error',
    { 'shop/.kafka-review.yaml': 'version: 1\nrules: { KR401: off }\nunknown: 1\n' },
    'check shop --level warning',
    { 'shop/.kafka-review.yaml': 'version: 1\n\tdestinations: [\n' },
    'check shop',
  ],
  baseline: [
    shop,
    'check shop --write-baseline',
    'check shop --baseline .kafka-review.baseline.json',
    { 'shop/topic.yaml': topic(1) },
    'check shop --baseline .kafka-review.baseline.json',
    { 'shop/topic.yaml': topic(3), 'shop/sink.json': '{}\n' },
    'check shop --baseline .kafka-review.baseline.json',
    'check shop --baseline .kafka-review.baseline.json --write-baseline',
    'check shop --baseline .kafka-review.baseline.json --level hint',
  ],
  record: [
    shop,
    { into: 'record.md', run: 'record shop' },
    'record shop --check record.md',
    { 'shop/orders-value.avsc': schema('order_number', 'email', 'phone_number') },
    'record shop --check record.md',
    'record shop --check record.md --lang de',
    'record shop --accept record.md',
    'record shop --check record.md',
    { 'shop/.kafka-review.yaml': declared('sales') },
    'record shop --check record.md',
    'record shop --accept record.md',
    { 'shop/.kafka-review.yaml': declared('sales, billing') },
    'record shop --check record.md --lang fr',
    { 'shop/.kafka-review.yaml': declared('sales'), 'record.md': '# Nothing\n' },
    'record shop --check record.md',
    'record shop --check gone.md',
  ],
  'record in other forms': [
    shop,
    ...['csv', 'csv-semicolon', 'json', 'html', 'dpv', 'fides'].flatMap((format): Step[] => [
      { 'shop/orders-value.avsc': schema('order_number', 'email') },
      { into: 'record', run: `record shop --format ${format}` },
      `record shop --format ${format} --check record`,
      { 'shop/orders-value.avsc': schema('order_number', 'email', 'phone_number') },
      `record shop --format ${format} --check record`,
    ]),
  ],
  diff: [
    shop,
    {
      'next/cluster.yaml': cluster,
      'next/topic.yaml': topic(1),
      'next/orders-value.avsc': schema('order_number', 'phone_number'),
      'next/sink.json': sink.replace('ap-south-1', 'us-east-1'),
    },
    'diff shop next',
    'diff shop next --fail-on never',
    'diff shop next --format markdown',
    'diff shop shop',
    { into: 'a.json', run: 'facts shop --name shop' },
    { into: 'b.json', run: 'facts next --name shop' },
    'diff --facts a.json b.json',
    'diff shop',
    'diff shop next --format paper',
  ],
  maps: [
    shop,
    'flow shop --format mermaid',
    'flow shop --format mermaid --without aws --lang de',
    'scorecard shop',
    'scorecard shop --format csv --only EEA',
    'scorecard shop --format json --without-law US',
    'facts shop --format jsonl --name shop',
    { into: 'shop.json', run: 'facts shop --name shop' },
    'check --facts shop.json --level warning',
    'record --facts shop.json --format csv',
    'flow --facts shop.json --format mermaid',
    'scorecard --facts shop.json --format csv',
  ],
}

/** A text in no more than so many lines of so many characters. */
function cut(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const shown = lines.slice(0, 40).map(line => (line.length > 240 ? `${line.slice(0, 240)} ... ${line.length}` : line))
  return [...shown, ...(lines.length > 40 ? [`... ${lines.length} lines, ${text.length} characters`] : [])]
    .map(line => `  ${line}`.trimEnd())
    .join('\n')
}

describe('what is typed one after another in a folder', function () {
  this.timeout(120_000)
  let folder = ''
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-review-')))
    // Nothing above decides what is ignored.
    mkdirSync(join(folder, '.git'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** What a command comes to, without what is another on every machine and day. */
  async function told(run: string, into?: string): Promise<string> {
    const { status, out, problems } = await runIn(folder, {}, ...run.split(' ').filter(arg => arg !== ''))
    if (into !== undefined) writeFileSync(join(folder, into), out)
    const plain = (text: string): string => text.replaceAll(folder, 'FOLDER').replaceAll(version, 'VERSION')
    const parts = [into === undefined ? plain(out) : '', plain(problems)].map(text =>
      text === '' ? '' : `${cut(text)}\n`,
    )
    return `$ ${run}${into === undefined ? '' : ` > ${into}`}\n${parts[0]}${parts[1] === '' ? '' : `! problems\n${parts[1]}`}= ${status}\n`
  }

  for (const [name, steps] of Object.entries(shells))
    it(`is answered as it was: ${name}`, async () => {
      const lines: string[] = []
      for (const step of steps) {
        if (typeof step === 'string') lines.push(await told(step))
        else if ('run' in step && 'into' in step) lines.push(await told(String(step.run), String(step.into)))
        else {
          await runIn(folder, step as Readonly<Record<string, string>>, 'version')
          lines.push(`# ${Object.keys(step).join(', ')} changed\n`)
        }
      }
      assertGolden(`test/sweeps/commands/${name.replaceAll(' ', '-')}.golden.txt`, lines.join(''))
    })
})
