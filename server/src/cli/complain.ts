import { plain } from '../report/plain.ts'
import { say, word, type Language } from '../words/message.ts'
import type { PathReview } from './review-paths.ts'

/** Where faults are reported. */
export const issues = 'https://github.com/kafka-review/kafka-review/issues'

/** Tells on stderr what kept the review from being whole: what cannot be read, and where we threw ourselves. */
export function complain({ failures, problems }: Pick<PathReview, 'failures' | 'problems'>, words: Language): void {
  for (const failure of failures) process.stderr.write(`kafka-review: ${plain(failure)}\n`)
  for (const { path, message, fault } of problems)
    if (fault !== undefined) {
      const [, where = ''] = fault.split('\n')
      const said = say('cli.fault', { path: plain(path), message: plain(message), issues, where: plain(where.trim()) })
      process.stderr.write(word(said, words))
    }
}
