import type { Place } from '../model/fact.ts'
import { cellDeclarations, cellHeadings, cellNames, type Activity, type ProcessingRecord, type Value } from './record.ts'

/** Names a place for the reader: `kafka/topics.yaml:9`. */
export type ShowPlace = (place: Place) => string

/** The record as Markdown: for each activity a table of the points of Art. 30(1). */
export function recordMarkdown({ activities }: ProcessingRecord, show: ShowPlace): string {
  const head = '# Record of processing activities\n\nGDPR Art. 30(1). Read from the files of the platform: **proven** stands in a file, **declared** in `.kafka-review.yaml`, **inferred** is concluded from names, **missing** has to be declared.\n'
  return activities.length === 0 ? `${head}\nNothing in these files is a processing activity.\n` : [head, ...activities.map(activity => activityMarkdown(activity, show))].join('\n')
}

/** One activity as Markdown. */
export function activityMarkdown({ name, of, at, cells }: Activity, show: ShowPlace): string {
  const rows = cellNames.map(cell => {
    const { title, point } = cellHeadings[cell]
    const values = cells[cell]
    return `| ${title} ${point} | ${values.map(value => escape(value.text)).join('<br>')} | ${values.map(({ basis }) => basis).join('<br>')} | ${values.map(value => (value.basis === 'missing' && value.places.length === 0 ? `declare it: ${cellDeclarations[cell]}` : evidence(value, show))).join('<br>')} |`
  })
  return [`## ${escape(name)}`, '', `${escape(of)}, ${show(at)}`, '', '| Art. 30(1) | | Status | Evidence |', '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

const evidence = ({ places }: Value, show: ShowPlace): string => {
  const shown = [...new Set(places.map(show))]
  return shown.length > 3 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ')
}

const escape = (text: string): string => text.replace(/[\\|<>*_`[\]]/g, character => `\\${character}`)
