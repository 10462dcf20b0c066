import { readFileSync } from 'node:fs'
import { bare } from './samples.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { theLibrary } from '../support/fixtures.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

/** What an estate of linked files costs. */
export interface EstateCost {
  readonly files: number
  /** Reading and reviewing all of it, in milliseconds. */
  readonly cold: number
  /** Reading one file anew, linking it and finding out about every file that it touches: the median of the formats, in milliseconds, by what was typed in. */
  readonly keystroke: Readonly<Record<'topic' | 'schema' | 'sink' | 'configuration', number>>
  /** What a changed policy costs: until five open files are told, and all others after it, in slices. */
  readonly policy: { readonly open: number; readonly rest: number }
  /** Parsing all of it with the libraries and nothing else, in milliseconds. */
  readonly parse: number
  /** Files whose findings a keystroke in a topic touched. */
  readonly touched: number
  readonly megabytes: number
}

const read = (path: string): string => readFileSync(`test/examples/${path}`, 'utf8')
const [cluster, mirror, sink, schema, users] = [
  'kafka/cluster.yaml',
  'kafka/mirror.yaml',
  'connectors/orders-warehouse.json',
  'schemas/orders-value.avsc',
  'kafka/users.yaml',
].map(read) as [string, string, string, string, string]
const topic = (read('kafka/topics.yaml').split('---')[0] ?? '').trimEnd()

/** A company of teams: each topic has a schema, a user and a sink, each hundred teams a cluster with a mirror that copies all of it, all teams one configuration. */
export function company(count: number): [Uri, string][] {
  const files: [uri: string, text: string][] = [['file:///company/.kafka-review.yaml', read('.kafka-review.yaml')]]
  for (let team = 0; files.length < count; team++) {
    const [domain, folder, name] = [
      Math.floor(team / 100),
      `file:///company/domain-${Math.floor(team / 100)}/team-${team}`,
      `orders-${team}`,
    ]
    const own = (text: string): string => text.replace(/\blindenhof\b(?!\.)/g, `lindenhof-${domain}`)
    if (team % 100 === 0)
      files.push(
        [`file:///company/domain-${domain}/cluster.yaml`, own(cluster)],
        [`file:///company/domain-${domain}/mirror.yaml`, own(mirror)],
      )
    files.push(
      [`${folder}/topic.yaml`, `${own(topic).replace('name: orders', `name: ${name}`)}\n`],
      [`${folder}/${name}-value.avsc`, schema],
      [
        `${folder}/sink.json`,
        sink.replace('"orders-warehouse"', `"warehouse-${team}"`).replace('"orders,kunden"', `"${name}"`),
      ],
      [
        `${folder}/user.yaml`,
        own(users)
          .replace('name: orders', `name: ${name}`)
          .replace('cg-5be1', `cg-${team}`)
          .replace('credit-scoring-service', `credit-scoring-${team}`),
      ],
    )
  }
  return files.slice(0, count).map(([uri, text]) => [toUri(uri), text])
}

/** Measures an estate of a number of files. */
export function measureEstate(count: number): EstateCost {
  const files = company(count)
  const review = startReview(theLibrary())
  global.gc?.()
  const before = process.memoryUsage().heapUsed
  const parsing = performance.now()
  for (const [uri, text] of files) bare(uri, text)
  const parse = performance.now() - parsing
  const start = performance.now()
  const reader = openReader()
  review.update(reader.read(files))
  for (const [uri] of files) review.findings(uri)
  const cold = performance.now() - start
  global.gc?.()
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6
  let touched = 0
  const type = (ending: string, change: (text: string, turn: number) => string): number => {
    const inFile = files.filter(([uri]) => uri.endsWith(ending))
    const times = Array.from({ length: 45 }, (_, turn) => {
      const [uri, text] = inFile[(turn * 7) % inFile.length] ?? [toUri(''), '']
      const begin = performance.now()
      const changed = review.update(reader.read([[uri, change(text, turn)]]))
      for (const file of changed) review.findings(file)
      if (ending === '/topic.yaml') touched = changed.size
      return performance.now() - begin
    })
    return times.slice(5).sort((a, b) => a - b)[20] ?? 0
  }
  const typePolicy = (): EstateCost['policy'] => {
    const [[uri, text]] = files as [[Uri, string]]
    const open = new Set(files.slice(1, 6).map(([file]) => file))
    const begin = performance.now()
    review.update(reader.read([[uri, `${text}rules:\n  KR301: 'off'\n`]]), file => file !== uri && !open.has(file))
    for (const file of open) review.findings(file)
    const told = performance.now()
    while (review.isBehind()) review.catchUp()
    return { open: told - begin, rest: performance.now() - told }
  }
  const keystroke = {
    topic: type('/topic.yaml', (text, turn) => text.replace('replicas: 3', `replicas: ${2 + (turn % 2)}`)),
    schema: type('-value.avsc', (text, turn) => text.replace('"email"', turn % 2 ? '"email"' : '"e"')),
    sink: type('/sink.json', (text, turn) => text.replace('"tasks.max": "2"', `"tasks.max": "${turn}"`)),
    configuration: type('/.kafka-review.yaml', (text, turn) => `${text}# ${turn}\n`),
  }
  const policy = typePolicy()
  return { files: files.length, cold, parse, keystroke, policy, touched, megabytes }
}
