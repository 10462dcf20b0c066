import { personalDataIn } from '../assess/data-flow.ts'
import type { PersonalFields, PersonalFieldsParams } from './protocol.ts'
import { ask, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'
import { toUri } from '../text/uri.ts'

/** Serves the places of fields with personal data, for an editor to mark them; also of those that the schema declares. */
export function servePersonalFields(served: Served): void {
  served.connection.onRequest(
    'kafkaReview/personalFields',
    async (params: PersonalFieldsParams): Promise<PersonalFields> => {
      const uri = toUri(params.uri)
      await served.loaded()
      const { db, linesOf } = ask(served)
      const lines = linesOf(uri)
      // Where a finding stands, its own line is enough.
      const said = new Set(
        served
          .workspace()
          .review.findings(uri)
          .filter(({ suppressed, level }) => !suppressed && level !== 'hint')
          .map(({ at }) => at.span.start),
      )
      const data = (lines ? db.estate.entities(uri) : [])
        .flatMap(entity => (entity.kind === 'record' ? personalDataIn(db, entity) : []))
        .filter(({ field }) => field.name.at.file === uri && !said.has(field.name.at.span.start))
      const ranges = (special: boolean): PersonalFields['personal'] =>
        data.flatMap(({ field, category }) =>
          lines && category.special === special ? [toRange(field.name.at.span, lines)] : [],
        )
      return { personal: ranges(false), special: ranges(true) }
    },
  )
}
