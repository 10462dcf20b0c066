import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { nameReader } from '../../server/src/assess/field-name.ts'
import { personalDataOf } from '../../server/src/assess/personal-data.ts'
import { withWeights } from '../../server/src/assess/vocabulary.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { startReview } from '../../server/src/review.ts'
import { theLibrary } from '../support/fixtures.ts'
import { measureEstate } from './estate.ts'
import { clusters, measureGrowth, mirrors } from './growth.ts'
import { measureLoading } from './loading.ts'
import { buildPrograms, companyFiles, kubeconform, oneFile, parsingAlone } from './programs.ts'
import { edited, reviewOpen, typing } from './edits.ts'
import { startPeer } from './peer.ts'
import { bare, linesOf, samples, schemas } from './samples.ts'
import { race } from './stopwatch.ts'
import { raceTerraform, sniffTerraform, terraformOf } from './terraform.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

const library = theLibrary()
const peer = startPeer()

/** Reads and reviews a text from nothing. */
function reviewOnce(uri: Uri, text: string): number {
  const review = startReview(library)
  review.update([[uri, readFile(uri, text)?.facts]])
  return review.findings(uri).length
}

const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
const times = (cost: number, than: number): string => `${(cost / than).toFixed(2)} x`
const row = (...cells: string[]): void =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(15))).join(''))

/** A company of linked files on disk, and files that say nothing of Kafka. */
const foreign = readFileSync('test/bench/foreign.yaml', 'utf8')

/** What is measured, by the names that the command line takes. */
const sections: Readonly<Record<string, () => unknown>> = {
  async start() {
    const programs = await buildPrograms()
    const file = oneFile(programs)
    const check = (path: string): string[] => ['check', path, '--fail-on', 'never']
    row('a start', 'processors', 'to node -e 0', 'peak memory')
    const { bare: nothing, ...starts } = programs.run(
      {
        bare: ['-e', '0'],
        '--version': ['--version'],
        'check of one YAML file': check(file),
        'check of the examples': check('test/examples'),
      },
      11,
    )
    for (const [what, { milliseconds: time, megabytes: peak }] of Object.entries(starts))
      row(what, ms(time), times(time, nothing.milliseconds), `${peak.toFixed(0)} MiB`)
    console.log()
    row('first diagnostics', 'own server', 'yaml-ls 2.0', 'ratio')
    const first = await programs.firstDiagnostics(file, 9)
    row('of one YAML file, its debounce taken off', ms(first.own), ms(first.peer), times(first.own, first.peer))
    programs.end()
  },

  async folders() {
    const programs = await buildPrograms()
    const parsing = parsingAlone(programs)
    row('a folder, from nothing', 'processors', 'bare parse', 'ratio', 'peak memory')
    const folders = {
      '1,000 linked files': programs.write('linked-1000', companyFiles(1000)),
      '10,000 linked files': programs.write('linked-10000', companyFiles(10_000)),
    }
    for (const [what, folder] of Object.entries(folders)) {
      const { check, parse } = programs.run(
        {
          check: ['check', folder, '--level', 'hint', '--fail-on', 'never', '--format', 'json'],
          parse: parsing(folder),
        },
        3,
      )
      row(
        what,
        ms(check.milliseconds),
        ms(parse.milliseconds),
        times(check.milliseconds, parse.milliseconds),
        `${check.megabytes.toFixed(0)} MiB`,
      )
    }
    console.log()
    row('YAML of Kubernetes', 'processors', 'kubeconform', 'ratio')
    const others = Array.from({ length: 9000 }, (_, i): [string, string] => [
      `${i >> 5}/${i}.yaml`,
      foreign.replaceAll('shop', `shop-${i}`),
    ])
    const ours = companyFiles(1100)
      .filter(([path]) => path.endsWith('.yaml'))
      .slice(0, 500)
    for (const [what, files] of [
      ['9,000 foreign files', others],
      ['500 files of Kafka', ours],
    ] as const) {
      const folder = programs.write(what.replace(/\W+/g, '-'), files)
      const { check } = programs.run({ check: ['check', folder, '--fail-on', 'never'] }, 3)
      const other = kubeconform(programs, folder)
      row(
        what,
        ms(check.milliseconds),
        other === undefined ? 'not installed' : ms(other),
        other === undefined ? '' : times(check.milliseconds, other),
      )
    }
    console.log()
    row('a command', 'flow', 'record', 'check', 'peak of record')
    for (const topics of [1000, 5000]) {
      const folder = programs.write(`topics-${topics}`, companyFiles(4 * topics))
      const { flow, record, check } = programs.run(
        { flow: ['flow', folder], record: ['record', folder], check: ['check', folder, '--fail-on', 'never'] },
        1,
      )
      row(
        `${topics} topics, ${4 * topics} files`,
        ms(flow.milliseconds),
        ms(record.milliseconds),
        ms(check.milliseconds),
        `${record.megabytes.toFixed(0)} MiB`,
      )
    }
    programs.end()
  },

  async files() {
    row('a file', 'review', 'bare parse', 'ratio')
    for (const { format, uri, make } of samples) {
      for (const size of [12_000, 500_000]) {
        const text = make(size)
        const { review, parse } = await race({ review: () => reviewOnce(uri, text), parse: () => bare(uri, text) }, 4)
        const known = bare(uri, text) !== undefined
        row(
          `${format}, ${Math.round(text.length / 1000)} kB`,
          ms(review),
          ...(known ? [ms(parse), times(review, parse)] : ['no library']),
        )
      }
    }
    for (const size of [2_000, 13_000, 1_000_000]) {
      const text = terraformOf(size)
      const { review, parse } = await raceTerraform(text, 4)
      row(`Terraform, ${Math.round(text.length / 1000)} kB`, ms(review), ms(parse), times(review, parse))
    }
    row('foreign files of Terraform', `${sniffTerraform(5000)} / s`)
  },

  async schemas() {
    row('a schema', 'read', 'classify', 'review', 'bare parse', 'to parse')
    for (const { name, uri, text, parse } of schemas()) {
      const entities = readFile(uri, text)?.facts.entities ?? []
      const classify = (): number => {
        const records = entities.flatMap(entity => (entity.kind === 'record' ? [entity] : []))
        return records.reduce(
          (sum, record) => sum + personalDataOf(record, library.vocabulary, undefined, records).found.length,
          0,
        )
      }
      const {
        read,
        classified,
        review,
        bare: peerParse,
      } = await race(
        { read: () => readFile(uri, text), classified: classify, review: () => reviewOnce(uri, text), bare: parse },
        4,
      )
      row(
        `${name}, ${Math.round(text.length / 1000)} kB`,
        ms(read),
        `${ms(classified)} ${times(classified, peerParse)}`,
        ms(review),
        ms(peerParse),
        times(review, peerParse),
      )
    }

    console.log()
    row('a field', 'another typed', 'name known', 'name new')
    for (const { name, uri, text } of schemas()) {
      const records = (readFile(uri, text)?.facts.entities ?? []).flatMap(entity =>
        entity.kind === 'record' ? [entity] : [],
      )
      const fields = records.reduce((sum, record) => sum + record.fields.length, 0)
      const { vocabulary } = library
      // A record that is a copy is looked at anew; another reader knows no name.
      const classify = (isCopy: (at: number) => boolean, reading = vocabulary): void => {
        const beside = records.map((record, at) => (isCopy(at) ? { ...record } : record))
        for (const record of beside) personalDataOf(record, reading, undefined, beside)
      }
      const { typed, known, fresh } = await race(
        {
          typed: () => classify(at => at === 0),
          known: () => classify(() => true),
          fresh: () =>
            classify(() => true, withWeights({ ...vocabulary, readName: nameReader(vocabulary) }, vocabulary.weights)),
        },
        4,
      )
      const each = (time: number): string => `${((1000 * time) / Math.max(fields, 1)).toFixed(1)} us`
      row(name, each(typed), each(known), each(fresh))
    }
  },

  async edits() {
    row('an edit', 'review', 'bare parse', 'ratio', 'yaml-ls 2.0', 'ratio to it')
    for (const lines of [500, 20_000]) {
      const text = linesOf(lines)
      const [uri, next] = [toUri('file:///bench/topics.yaml'), typing(text, '\nspec:', '# ')]
      const update = reviewOpen([uri, text])
      const { review, parse, validation } = await race(
        { review: () => update(next()), parse: () => bare(uri, next()), validation: () => peer(next()) },
        6,
      )
      row(
        `${text.split('\n').length} lines of YAML`,
        ms(review),
        ms(parse),
        times(review, parse),
        ms(validation),
        times(review, validation),
      )
    }
    for (const { name, uri, text, next, parse, beside = [] } of edited()) {
      const update = reviewOpen([uri, text], ...beside)
      const { review, alone } = await race({ review: () => update(next()), alone: () => parse(next()) }, 4)
      row(name, ms(review), ms(alone), times(review, alone))
    }
    console.log()
    row('an edit in mirrors', 'review')
    const chain = clusters(300)
    const mesh = clusters(28)
    for (const [name, text] of [
      [
        'a chain of 300 clusters',
        mirrors(
          chain,
          chain.slice(1).map((to, i) => [`c${i}`, to]),
        ),
      ],
      [
        '28 clusters in all directions',
        mirrors(
          mesh,
          mesh.flatMap(from => mesh.flatMap((to): [string, string][] => (from === to ? [] : [[from, to]]))),
        ),
      ],
    ] as const) {
      const [update, next] = [reviewOpen([toUri('file:///bench/mm2.properties'), text]), typing(text, '\n', '# ')]
      row(name, ms((await race({ review: () => update(next()) }, 2)).review))
    }
  },

  linked() {
    row('linked files', 'cold', 'to bare parse', 'in a topic', 'in a schema', 'in a sink', 'in the config', 'held')
    const estates = [100, 1000, 10_000].map(measureEstate)
    for (const { files, cold, parse, keystroke, megabytes: held } of estates)
      row(
        `${files}, a keystroke`,
        ms(cold),
        times(cold, parse),
        ms(keystroke.topic),
        ms(keystroke.schema),
        ms(keystroke.sink),
        ms(keystroke.configuration),
        `${held.toFixed(0)} MB`,
      )
    const [least, , most] = estates
    const growth = (of: (cost: (typeof estates)[number]) => number): string =>
      least && most ? `${(of(most) / of(least)).toFixed(1)} x` : ''
    row(
      'growth for 100 times the files',
      growth(({ cold }) => cold),
      '',
      growth(({ keystroke }) => keystroke.topic),
      growth(({ keystroke }) => keystroke.schema),
      growth(({ keystroke }) => keystroke.sink),
      growth(({ keystroke }) => keystroke.configuration),
      growth(({ megabytes: held }) => held),
    )
    console.log()
    row('a policy changed', 'open files', 'the others')
    for (const { files, policy } of estates) row(`${files} files`, ms(policy.open), ms(policy.rest))
  },

  growth() {
    row('growth, from nothing', '1 x', '2 x', '4 x', '8 x', 'exponent', 'record', 'exponent')
    for (const { name, points, exponent, record } of measureGrowth())
      row(
        `${points[0]?.count} ${name}`,
        ...points.map(({ milliseconds }) => ms(milliseconds)),
        exponent.toFixed(2),
        ms(record.milliseconds),
        record.exponent.toFixed(2),
      )
  },

  async data() {
    const { milliseconds, megabytes } = await measureLoading()
    row('the reference data', ms(milliseconds), `${megabytes.toFixed(1)} MB`)
  },
}

const asked = process.argv.slice(2)
const load = (): string =>
  loadavg()
    .map(load => load.toFixed(1))
    .join(' ')
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, load ${load()}`)
const began = performance.now()
for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log()
  await measure()
}
console.log(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes, load ${load()}`)
