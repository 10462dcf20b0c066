import { readFileSync } from 'node:fs'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { withHcl } from '../../server/src/syntax/hcl-parser.ts'
import { theLibrary } from '../support/fixtures.ts'
import { race, type Times } from './stopwatch.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

const kafka = readFileSync('test/formats/msk.tf', 'utf8')
const around = readFileSync('test/bench/infrastructure.tf', 'utf8')
const library = theLibrary()

/** Terraform of a size in UTF-16 units: a cluster with all that belongs to it and what stands around it, again and again under other names. */
export function terraformOf(size: number): string {
  const once = /^(?:provider|variable|locals)[^{]*\{[\s\S]*?\n\}\n/gm
  const blocks = [...(kafka.match(once) ?? [])]
  const numbered = (text: string, number: number): string =>
    text
      .replace(/^((?:resource|data) "?\w+"? ")(\w+)/gm, `$1$2_${number}`)
      .replace(/\b(aws_\w+\.)(\w+)/g, `$1$2_${number}`)
  const [own, others] = [kafka.replace(once, ''), around].map(text => text.trim().split(/\n(?=resource|data)/)) as [
    string[],
    string[],
  ]
  const repeated = Array.from({ length: Math.max(own.length, others.length) }, (_, i) => [own[i], others[i]])
    .flat()
    .flatMap(block => block ?? [])
  let length = 0
  for (let number = 0; length < size; number++) {
    for (const block of repeated) {
      if (length >= size) break
      const part = `${numbered(block, number).trim()}\n`
      blocks.push(part)
      length += part.length
    }
  }
  return blocks.join('\n')
}

/** What reading and reviewing a text from nothing takes, beside what its grammar alone takes. */
export const raceTerraform = (text: string, seconds: number): Promise<Times<'review' | 'parse'>> =>
  race(
    {
      review: () => {
        const review = startReview(library)
        review.update(openReader().read([[toUri('file:///bench/main.tf'), text]]))
        return review.findings(toUri('file:///bench/main.tf')).length
      },
      parse: () => withHcl(text, root => root.endIndex),
    },
    seconds,
  )

/** A module of so many files of about a size. */
export function moduleOf(files: number, size: number): (readonly [Uri, string])[] {
  const blocks = terraformOf(files * size).split(/\n(?=resource|data)/)
  const each = Math.ceil(blocks.length / files)
  return Array.from({ length: files }, (_, i) => [
    toUri(`file:///bench/module/${i}.tf`),
    `${blocks.slice(i * each, (i + 1) * each).join('\n')}\n`,
  ])
}

/** How many foreign files a second are looked at, of a workspace of so many. */
export function sniffTerraform(files: number): number {
  const foreign = readFileSync('test/formats/msk.tf', 'utf8').replace(/msk|kafka/gi, 'ecs')
  const changes = Array.from(
    { length: files },
    (_, i) => [toUri(`file:///bench/${i >> 3}/${i % 8}.tf`), `# ${i}\n${foreign}`] as const,
  )
  const reader = openReader()
  const start = performance.now()
  for (let i = 0; i < files; i += 50) reader.read(changes.slice(i, i + 50))
  return Math.round(files / ((performance.now() - start) / 1000))
}
