import { today } from '../host/today.ts'
import { loadLibrary, openDb } from '../assess/db.ts'
import { recordOf } from '../records/activities.ts'
import { driftOf, readsAs, writtenIn } from '../records/drift.ts'
import { recordFormats, type RecordFormat, type RecordFormatName } from '../records/formats.ts'
import { plainOf } from '../records/kept.ts'
import { loadLocale } from '../locale/load.ts'
import { localeIds, type Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { say, word, type Language, type Message } from '../words/message.ts'
import { oneOf, parse, usage } from './arguments.ts'
import { complain } from './complain.ts'
import { readNamed } from './given-text.ts'
import { reviewAsked } from './review-facts.ts'
import { placesIn } from './review-paths.ts'
import { writeWhole } from './write.ts'

/** `kafka-review record`: prints the record, or compares it with one that was written before; returns the exit status. */
export async function record(args: readonly string[], asked: Locale): Promise<number> {
  const { paths, options } = parse(args, {
    format: 'string',
    lang: 'string',
    check: 'string',
    accept: 'string',
    facts: 'boolean',
    'no-ignore': 'boolean',
  })
  const format = oneOf('format', options.format ?? 'markdown', Object.keys(recordFormats) as RecordFormatName[])
  const kept = options.check ?? options.accept
  const before = kept === undefined ? undefined : await readNamed(kept)
  // What was written before is compared in its own language, on whatever machine.
  const locale =
    before === undefined || options.lang !== undefined || isOfOneLanguage(format)
      ? await languageFor(format, asked)
      : writtenIn(plainOf(before), [asked, ...(await Promise.all(localeIds.map(loadLocale)))])
  const library = loadLibrary(today)
  const reviewed = await reviewAsked(paths, library, options, locale.words)
  const { review, uris, failures } = reviewed
  const { record: recordWords, words } = withoutSecrets(locale, review.estate.secrets)
  const db = openDb(review.estate, library)
  const written = recordFormats[format].write(
    recordOf(
      db,
      uris,
      review.accepted(uris),
      reviewed.coverage.flatMap(({ path, unread }) =>
        unread.map(({ line, why }) => ({ place: `${path}:${line}`, why: word(why, words) })),
      ),
    ),
    recordWords,
    { show: placesIn(reviewed) },
    db,
  )
  complain(reviewed, asked.words)
  if (before === undefined) process.stdout.write(written)
  const drifted = before !== undefined && drift(kept ?? '', before, written, recordFormats[format], locale, asked.words)
  if (failures.length > 0) return 2
  if (options.accept === undefined) return drifted ? 1 : 0
  if (drifted) await usage(writeWhole(options.accept, written))
  return 0
}

const isOfOneLanguage = (format: RecordFormatName): boolean =>
  (recordFormats[format] as RecordFormat).language !== undefined

/** The language of a form that has one of its own. */
const languageFor = (format: RecordFormatName, asked: Locale): Locale | Promise<Locale> => {
  const form: RecordFormat = recordFormats[format]
  return form.language === undefined ? asked : loadLocale(form.language)
}

/** Says what changed since the record was written; whether anything did. */
function drift(
  path: string,
  before: Buffer,
  written: string | Uint8Array,
  form: RecordFormat,
  { record: words }: Locale,
  asked: Language,
): boolean {
  const tell = (message: Message): string => word(message, asked)
  const now = Buffer.from(written)
  const was = readKept(form, before, words)
  const differences = was
    ? driftOf(was, form.read(now, words) ?? []).flatMap(({ where, of, says }) => {
        const whole =
          of === 'changed' ? '' : ` (${tell(say(of === 'new' ? 'delta.activityNew' : 'delta.activityGone'))})`
        return says.map(message => [`${where}${whole}`, tell(message)].filter(part => part !== '').join(': '))
      })
    : [tell(say('cli.unreadableRecord'))]
  const edited = differences.length === 0 && !readsAs(before.toString('utf8'), now.toString('utf8'))
  if (edited && form.ending !== 'xlsx') differences.push(tell(say('cli.editedRecord')))
  process.stdout.write(
    tell(differences.length === 0 ? say('cli.agrees', { path }) : say('cli.drifted', { path, differences })),
  )
  return differences.length > 0
}

/** What a record says that was written before; undefined where it is none that can be read. */
export function readKept(
  form: RecordFormat,
  before: Buffer,
  words: Locale['record'],
): ReturnType<RecordFormat['read']> {
  try {
    return form.read(before, words)
  } catch {
    return undefined
  }
}
