import type { Location, ServerCapabilities, TextDocumentPositionParams } from 'vscode-languageserver'
import { schemaOf } from '../assess/data-flow.ts'
import { knownValue, placeOf, type Place } from '../model/fact.ts'
import { mentionsOf, type Mention, type Namer } from '../model/mentions.ts'
import { declarationsOf, mentionsAt, sameAs } from '../model/references.ts'
import { ask, type Asked, type Served } from './served.ts'
import { toUri } from '../text/uri.ts'

/** What going from place to place offers. */
export const navigationCapabilities: ServerCapabilities = {
  definitionProvider: true,
  typeDefinitionProvider: true,
  referencesProvider: true,
}

/** Serves going to definitions, to schemas, and to all places that name the same. */
export function serveNavigation(served: Served): void {
  const { connection, loaded } = served
  connection.onDefinition(async params => {
    await loaded()
    const asked = ask(served)
    const found = at(params, asked).flatMap(mention => placesOf(mention, asked).flatMap(asked.locate))
    return distinct(found)
  })
  connection.onTypeDefinition(async params => {
    await loaded()
    const asked = ask(served)
    const schemas = at(params, asked).flatMap(({ what, name, file }) =>
      what === 'topic' ? (schemaOf(asked.db, name, { file }) ?? []) : [],
    )
    return distinct(schemas.flatMap(({ name }) => asked.locate(placeOf(name))))
  })
  connection.onReferences(async ({ context, ...params }) => {
    await loaded()
    const asked = ask(served)
    const [mention] = at(params, asked)
    if (!mention) return []
    const { sure, unsure } = sameAs(mention, asked.db.estate)
    return distinct(
      [...sure, ...unsure]
        .filter(({ declares }) => context.includeDeclaration || !declares)
        .flatMap(({ place }) => asked.locate(place)),
    )
  })
}

/** The mentions at a position. */
export function at({ textDocument, position }: TextDocumentPositionParams, { offsetOf, db }: Asked): Mention[] {
  const uri = toUri(textDocument.uri)
  const offset = offsetOf(uri, position)
  return offset === undefined ? [] : mentionsAt(db.estate, uri, offset)
}

/** Where what a mention means is declared; a group is declared wherever it is somebody's own. */
const placesOf = (mention: Mention, { db }: Asked): Place[] =>
  declarationsOf(mention, db.estate).flatMap(of => declaredAt(of, mention, db.estate.topicSettings))

const declaredAt = (of: Namer, { what, name }: Mention, settings: Parameters<typeof mentionsOf>[1]): Place[] => {
  const own = mentionsOf(of, settings).find(
    mention => mention.declares && mention.what === what && mention.name === name,
  )
  if (own) return [own.place]
  return knownValue(of.name) === undefined ? [] : [placeOf(of.name)]
}

const distinct = (locations: readonly Location[]): Location[] => [
  ...new Map(locations.map(location => [JSON.stringify(location), location])).values(),
]
