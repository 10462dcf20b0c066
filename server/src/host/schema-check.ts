import { formatsOf } from '../reader/formats.ts'
import type { Schema } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Review } from '../review.ts'
import type { Uri } from '../text/uri.ts'

/** By format. avsc does not know the newer forms of Avro IDL. */
const languages = { avro: 'avro', protobuf: 'protobuf' } as const

/** Who judges a language. */
const libraries = { avro: 'avsc', protobuf: 'protobufjs' } as const

/** A library's work for a message grows with the square of its fields: nobody waits for more than these. */
const mostFields = 2000

/** Asks the libraries of Avro and Protobuf about schemas that our own reading takes, and tells the review what they refuse. A second step, after the findings are out; returns the files whose findings have changed. `judged` holds what has been judged already: nothing is judged twice. */
export async function checkSchemas(
  review: Review,
  files: Iterable<readonly [file: Uri, text: string]>,
  judged = new WeakSet<FileFacts>(),
): Promise<Set<Uri>> {
  const refused: [Uri, FileFacts][] = []
  for (const [file, text] of files) {
    const language = formatsOf(file).flatMap(({ name }) =>
      name in languages ? [languages[name as keyof typeof languages]] : [],
    )[0]
    const facts = review.estate.facts(file)
    const schema = facts?.entities.find((entity): entity is Schema => entity.kind === 'schema')
    // What a template fills in later, no library can judge.
    if (
      !language ||
      !facts ||
      !schema ||
      judged.has(facts) ||
      (schema.flaws ?? []).length > 0 ||
      schema.records.some(({ fields }) => fields.length > mostFields) ||
      /\{\{|\$\{/.test(text)
    )
      continue
    judged.add(facts)
    const { refusalBy } = await import('./schema-libraries.ts')
    const refusal = refusalBy(language, text)
    // Somebody may have typed on while the libraries were loaded.
    if (refusal === undefined || review.estate.facts(file) !== facts) continue
    const start = schema.extent.start
    const at = placeOfLine(file, text, refusal.line) ??
      schema.records[0]?.name.at ?? { file, span: { start, end: start } }
    refused.push([
      file,
      {
        ...facts,
        entities: facts.entities.map(entity =>
          entity === schema
            ? {
                ...schema,
                flaws: [{ at, what: 'refused', subject: refusal.reason, expected: libraries[language] }],
              }
            : entity,
        ),
      },
    ])
  }
  return refused.length > 0 ? review.update(refused) : new Set()
}

/** What stands on a line, counted from 1; undefined where there is nothing, or no line is told. */
function placeOfLine(file: Uri, text: string, line = 0): Place | undefined {
  const lines = text.split('\n')
  const written = lines[line - 1] ?? ''
  const start = lines.slice(0, Math.max(line - 1, 0)).join('\n').length + (line > 1 ? 1 : 0)
  const [before, inside] = [written.length - written.trimStart().length, written.trim()]
  return inside === '' ? undefined : { file, span: { start: start + before, end: start + before + inside.length } }
}
