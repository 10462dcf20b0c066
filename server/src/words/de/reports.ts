import { phrase } from './phrases.ts'
import { plural } from '../plural.ts'
import type { reports as english } from '../en/reports.ts'
import type { Like } from '../message.ts'

/** Reports for people, and the map of the data flow. */
export const reports: Like<typeof english> = {
  unread: {
    comparison: 'ein Test vergleicht Ressourcen damit; es konfiguriert nichts',
    kind: ({ kind, api }) => `von ${kind} (${api}) wird nichts gelesen`,
    template: 'eine Vorlage, die nur ihr eigenes Werkzeug auswerten kann',
    format: 'keine bekannte Art von Datei',
    script: 'kein Befehl darin legt etwas fest',
    beside: 'gehört zu nichts, das verstanden wurde',
  },
  report: {
    suppressed: ({ reason }) => `unterdrückt: ${reason}`,
    summary: ({ errors, warnings, notes, hints }) => {
      const counts = [
        ...count(errors, 'Fehler', 'Fehler'),
        ...count(warnings, 'Warnung', 'Warnungen'),
        ...count(notes, 'Anmerkung', 'Anmerkungen'),
        ...count(hints, 'Hinweis', 'Hinweise'),
      ]
      return counts.length === 0 ? 'Nichts zu melden.' : `${counts.join(', ')}.`
    },
    folded: ({ path, count: findings }) => `${path}: hint: ${foldedInto(findings)}; mit --level hint einzeln`,
    copies: ({ places, more }) =>
      `auch ${places.join(', ')}${more > 0 ? ` und ${plural(more, 'weitere Stelle', 'weitere Stellen')}` : ''}`,
    noCoverage: 'Keine Datei handelt von Kafka.',
    coverage: ({ understood, part, not }) =>
      `${plural(understood, 'Datei', 'Dateien')} verstanden, ${part} zum Teil, ${not} nicht.`,
    unread: ({ place, why }) => `${place}: nicht verstanden: ${why}`,
    moreUnread: ({ count: places }) =>
      `${plural(places, 'weitere Stelle', 'weitere Stellen')} nicht verstanden; --format json führt alle auf`,
    root: 'der Ordner, der geprüft wurde',
    problem: ({ path, message }) => `${path}: ${message}`,
  },
  flow: {
    inside: 'Eigenes Netz',
    eea: 'Europäischer Wirtschaftsraum',
    adequate: 'Angemessenes Land (Art. 45 DSGVO)',
    conditional: 'Teils angemessen (Art. 45 DSGVO)',
    third: 'Drittland ohne Angemessenheitsbeschluss',
    open: 'Land unbekannt',
    special: '◆ besondere Kategorie',
    personal: '● personenbezogen',
    untold: 'kein Schema bekannt',
    named: ({ mark, what }) => `${mark} dem Namen nach: ${phrase(what)}`,
    bundle: ({ first, count: topics }) => `${first} und ${topics - 1} weitere`,
    bundled: ({ count: topics }) => `${plural(topics, 'Topic', 'Topics')} mit gleichem Fluss`,
    breaks: '✕ fällt weg',
    unclear: '? ob es wegfällt, sagt keine Datei',
    possible: 'möglich: welches von mehreren Topics gemeint ist, sagt keine Datei',
    holding: ({ mark, categories }) => `${mark}: ${categories.join(', ')}`,
    station: ({ kind, name, detail, place, holds, effect }) =>
      [
        `${kind} ${name}`,
        ...(detail === undefined ? [] : [detail]),
        place,
        ...(holds.length > 0 ? [`personenbezogene Daten: ${holds.join(', ')}`] : []),
        ...(effect === undefined ? [] : [effect]),
      ].join(', '),
    leftOut: ({ count: topics }) => `${topics} Topics mit weniger sensiblen Daten sind nicht gezeigt`,
    specialEdge: 'besondere',
    summary: ({ topics, special, personal, untold, countries, leftOut, breaks, unclear }) =>
      `Datenfluss: ${plural(topics, 'Topic', 'Topics')}, ${special} mit besonderen Kategorien personenbezogener Daten, ${personal} mit anderen personenbezogenen Daten, ${untold > 0 ? `${untold} ohne bekanntes Schema, ` : ''}${plural(countries, 'Land', 'Länder')}${leftOut > 0 ? `; ${leftOut} Topics mit weniger sensiblen Daten sind nicht gezeigt` : ''}${breaks > 0 ? `; ${plural(breaks, 'Station fällt', 'Stationen fallen')} weg` : ''}${unclear > 0 ? `; von ${unclear} sagt keine Datei, ob sie ${unclear === 1 ? 'wegfällt' : 'wegfallen'}` : ''}`,
  },
}

/** What stands for findings that matter little where they are. */
export const foldedInto = (findings: number): string =>
  `ein Entwicklungs-Broker: ${plural(findings, 'Befund', 'Befunde')} zu Ausfallsicherheit und Transport`

const count = (number: number, one: string, many: string): string[] => (number === 0 ? [] : [plural(number, one, many)])
