import type { compatibility as english } from '../en/compatibility.ts'
import { capital } from '../capital.ts'
import type { Like } from '../message.ts'

/** KR802: changes of schemas that break those who use the version before. */
export const compatibility: Like<typeof english> = {
  KR802: {
    'field-without-default': ({ subject, direction }) =>
      direction === 'backward'
        ? `Neues Feld ${subject} hat keinen Standardwert; ${unread(direction)}`
        : `Entferntes Feld ${subject} hatte keinen Standardwert; ${unread(direction)}`,
    'type-changed': change => `${changed(change)}; ${unread(change.direction)}`,
    'type-renamed': ({ was, now, direction }) => `Typ ${was} heißt jetzt ${now}, ohne Alias; ${unread(direction)}`,
    'symbols-unknown': ({ subject, was, now, direction }) =>
      direction === 'backward'
        ? `Enum ${subject} verliert ${was} und hat keinen Standardwert; ${unread(direction)}`
        : `Enum ${subject} erhält ${now}, und das alte Schema hat dafür keinen Standardwert; ${unread(direction)}`,
    'size-changed': ({ subject, was, now, direction }) =>
      `${subject} ändert seine Größe von ${was} auf ${now} Bytes; ${unread(direction)}`,
    'meaning-changed': ({ subject, was, now }) =>
      `${capital(named(subject))} wird von ${was} zu ${now}: Registries nehmen es an, und alte Records werden mit falschem Wert gelesen`,
    'branch-unknown': ({ subject, was, now, direction }) =>
      direction === 'backward'
        ? `${subject} nimmt ${was} nicht mehr an; ${unread(direction)}`
        : `${subject} nimmt jetzt ${now} an; ${unread(direction)}`,
    'message-removed': ({ subject, direction }) =>
      direction === 'backward'
        ? `Message ${subject} ist entfernt; Consumer mit dem neuen Schema haben für vorhandene Records davon keinen Typ`
        : `Message ${subject} ist neu; Consumer mit dem alten Schema haben für Records davon keinen Typ`,
    'number-retyped': change =>
      `${changed(change)} unter derselben Nummer; dieselben Bytes werden als anderer Wert gelesen oder gar nicht`,
    'label-changed': change => `${changed(change)}; ${of(change.direction)} können falsch gelesen werden`,
    'required-field': ({ subject, direction }) =>
      `Pflichtfeld ${subject} ist ${direction === 'backward' ? 'neu' : 'entfernt'}; ${unread(direction)}`,
    'required-removed': ({ subject, direction }) =>
      `Pflichtfeld ${subject} ist ${direction === 'backward' ? 'entfernt' : 'neu'}; Registries nehmen keine Änderung von Pflichtfeldern an`,
    'number-freed': ({ subject, was }) =>
      `Nummer ${was} des entfernten Feldes ${subject} ist nicht reserviert; wird sie wieder verwendet, bedeuten alte Records etwas anderes`,
    'oneof-joined': ({ subject, was, now, direction }) =>
      `${subject} und weitere Felder ${direction === 'backward' ? `werden Teil von oneof ${now}` : `verlassen oneof ${was}`}; enthalten ${of(direction)} mehrere davon, wird eines gelesen`,
    'oneof-field-removed': ({ subject, was, now, direction }) =>
      `${subject} ist ${direction === 'backward' ? `aus oneof ${was} entfernt` : `in oneof ${now} hinzugekommen`}; ${of(direction)}, die es enthalten, werden gelesen, als wäre oneof nicht gesetzt`,
    'property-required': ({ subject, direction }) =>
      `Eigenschaft ${subject} ist ${direction === 'backward' ? 'jetzt' : 'nicht mehr'} Pflicht, ohne Standardwert; ${unread(direction)}`,
    'property-into-open': ({ subject, direction }) =>
      direction === 'backward'
        ? `Neue Eigenschaft ${subject} schränkt ein, was alte Records unter diesem Namen enthalten können (offenes Inhaltsmodell); ${unread(direction)}`
        : `Ohne Eigenschaft ${subject} können neue Records unter diesem Namen Beliebiges enthalten (offenes Inhaltsmodell); ${unread(direction)}`,
    'property-out-of-closed': ({ subject, direction }) =>
      direction === 'backward'
        ? `Eigenschaft ${subject} ist aus einem geschlossenen Inhaltsmodell entfernt; ${unread(direction)}`
        : `Eigenschaft ${subject} ist neu, und das alte Inhaltsmodell ist geschlossen; ${unread(direction)}`,
    'content-closed': ({ subject, direction }) =>
      `${capital(named(subject))} erlaubt ${direction === 'backward' ? 'keine weiteren Eigenschaften mehr' : 'jetzt weitere Eigenschaften'}; ${unread(direction)}`,
    'limit-narrowed': ({ subject, was, now, direction }) =>
      `${capital(named(subject))}: ${direction === 'backward' ? `${now}${was === '' ? ' ist neu' : ` statt ${was}`}` : `${was}${now === '' ? ' ist entfernt' : ` wird ${now}`}`}; ${unread(direction)}`,
    'values-narrowed': ({ subject, was, now, direction }) =>
      `${capital(named(subject))} nimmt andere Werte an (${[was, now].filter(Boolean).join(' → ')}); ${unread(direction)}`,
    'type-narrowed': change => `${changed(change)}; ${unread(change.direction)}`,
    'alternatives-changed': ({ subject, direction }) =>
      `Die Alternativen von ${subject || 'dem Schema'} ändern sich; ${unread(direction)}`,
  },
}

type Direction = 'backward' | 'forward'

/** What has no name is the schema itself. */
const named = (subject: string): string => subject || 'das Schema'

const changed = ({ subject, was, now }: { subject: string; was: string; now: string }): string =>
  `${capital(named(subject))} wird von ${was || 'nichts'} zu ${now || 'nichts'}`

/** The records that a break concerns, and who reads them. */
const of = (direction: Direction): string =>
  direction === 'backward' ? 'vorhandene Records' : 'neue Records (bei Consumern mit dem alten Schema)'

/** What a break means for consumers. */
const unread = (direction: Direction): string =>
  direction === 'backward'
    ? 'Consumer mit dem neuen Schema können vorhandene Records nicht lesen'
    : 'Consumer mit dem alten Schema können neue Records nicht lesen'
