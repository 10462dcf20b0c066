import type { ProcessingRecord, ShowPlace, Source, Value } from './record.ts'
import { cellsWith, placesOf } from './rows.ts'
import { placesOfService, servicesOf, serviceWords } from './services.ts'
import type { Words } from './words/words.ts'
import { word } from '../words/message.ts'

/** The record as JSON, places as the reader would name them. */
export function recordJson(
  { activities, systems, without, untold, own, schemas, weaknesses, accepted, unread }: ProcessingRecord,
  words: Words,
  show: ShowPlace,
): string {
  const said = ({ text, basis, places }: Value): object => ({
    text: text(words),
    basis,
    places: placesOf({ places }, show),
  })
  const named = ({ kind, name, at }: Source): object => ({ kind, name, place: show(at) })
  const shown = activities.map(activity => ({
    name: activity.name,
    role: activity.role,
    declared: activity.declared,
    sources: activity.sources.map(({ kind, name, at }) => ({ kind, name, place: show(at) })),
    cells: Object.fromEntries(
      cellsWith(activity).map(({ cell, article, values }) => [
        cell,
        {
          article,
          values: values.map(said),
        },
      ]),
    ),
  }))
  const written = {
    version: 2,
    language: words.language,
    activities: shown,
    systems: systems.map(({ source, categories, recipients, transfers }) => ({
      ...named(source),
      ...(categories.length > 0 ? { categories: categories.map(said) } : {}),
      recipients: recipients.map(said),
      transfers: transfers.map(said),
    })),
    services: servicesOf(activities).map(one => ({
      operator: one.operator,
      text: serviceWords(one, words),
      activities: one.activities.map(({ name }) => name),
      places: placesOf({ places: placesOfService(one) }, show),
    })),
    withoutPersonalData: without.map(named),
    contentUnknown: untold.map(named),
    ownOfTools: own.map(named),
    schemasWithoutActivity: schemas.map(({ source, categories }) => ({
      ...named(source),
      categories: categories.map(said),
    })),
    weaknesses: weaknesses.map(said),
    accepted: accepted.map(({ code, message, reason, at, by }) => ({
      code,
      message: word(message, words.messages),
      reason,
      place: show(at),
      by: show(by),
    })),
    unread,
  }
  return `${JSON.stringify(written, undefined, 2)}\n`
}
