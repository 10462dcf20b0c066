/** KR802: changes of schemas that break those who use the version before. */
export const compatibility = {
  KR802: {
    'field-without-default': ({ subject, direction }: Break) =>
      direction === 'backward'
        ? `New field ${subject} has no default; ${unread(direction)}`
        : `Removed field ${subject} had no default; ${unread(direction)}`,
    'type-changed': (change: Break) => `${changed(change)}; ${unread(change.direction)}`,
    'type-renamed': ({ was, now, direction }: Break) =>
      `Type ${was} is renamed to ${now} without an alias; ${unread(direction)}`,
    'symbols-unknown': ({ subject, was, now, direction }: Break) =>
      direction === 'backward'
        ? `Enum ${subject} loses ${was} and has no default; ${unread(direction)}`
        : `Enum ${subject} gains ${now}, and the old schema has no default for it; ${unread(direction)}`,
    'size-changed': ({ subject, was, now, direction }: Break) =>
      `${subject} changes its size from ${was} to ${now} bytes; ${unread(direction)}`,
    'meaning-changed': ({ subject, was, now }: Break) =>
      `${named(subject)} changes from ${was} to ${now}: registries accept it, and old records are read with the wrong value`,
    'branch-unknown': ({ subject, was, now, direction }: Break) =>
      direction === 'backward'
        ? `${subject} no longer takes ${was}; ${unread(direction)}`
        : `${subject} takes ${now} now; ${unread(direction)}`,
    'message-removed': ({ subject, direction }: Break) =>
      direction === 'backward'
        ? `Message ${subject} is removed; consumers with the new schema have no type for existing records of it`
        : `Message ${subject} is new; consumers with the old schema have no type for records of it`,
    'number-retyped': (change: Break) =>
      `${changed(change)} under the same number; the same bytes are read as another value, or not at all`,
    'label-changed': (change: Break) => `${changed(change)}; ${of(change.direction)} may be misread`,
    'required-field': ({ subject, direction }: Break) =>
      `Required field ${subject} is ${direction === 'backward' ? 'new' : 'removed'}; ${unread(direction)}`,
    'required-removed': ({ subject, direction }: Break) =>
      `Required field ${subject} is ${direction === 'backward' ? 'removed' : 'new'}; registries accept no change of required fields`,
    'number-freed': ({ subject, was }: Break) =>
      `Number ${was} of the removed field ${subject} is not reserved; used again, it gives old records another meaning`,
    'oneof-joined': ({ subject, was, now, direction }: Break) =>
      `${subject} and other fields ${direction === 'backward' ? `become part of oneof ${now}` : `leave oneof ${was}`}; of ${of(direction)} that hold several, one is read`,
    'oneof-field-removed': ({ subject, was, now, direction }: Break) =>
      `${subject} is ${direction === 'backward' ? `removed from oneof ${was}` : `added to oneof ${now}`}; ${of(direction)} that hold it are read as if the oneof were not set`,
    'property-required': ({ subject, direction }: Break) =>
      `Property ${subject} ${direction === 'backward' ? 'becomes' : 'is no longer'} required, without a default; ${unread(direction)}`,
    'property-into-open': ({ subject, direction }: Break) =>
      direction === 'backward'
        ? `New property ${subject} restricts what old records may hold under that name (open content model); ${unread(direction)}`
        : `Without property ${subject}, new records may hold anything under that name (open content model); ${unread(direction)}`,
    'property-out-of-closed': ({ subject, direction }: Break) =>
      direction === 'backward'
        ? `Property ${subject} is removed from a closed content model; ${unread(direction)}`
        : `Property ${subject} is new, and the old content model is closed; ${unread(direction)}`,
    'content-closed': ({ subject, direction }: Break) =>
      `${named(subject)} ${direction === 'backward' ? 'no longer allows' : 'now allows'} additional properties; ${unread(direction)}`,
    'limit-narrowed': ({ subject, was, now, direction }: Break) =>
      `${named(subject)}: ${direction === 'backward' ? `${now}${was === '' ? ' is new' : ` instead of ${was}`}` : `${was}${now === '' ? ' is removed' : ` becomes ${now}`}`}; ${unread(direction)}`,
    'values-narrowed': ({ subject, was, now, direction }: Break) =>
      `${named(subject)} takes other values (${[was, now].filter(Boolean).join(' → ')}); ${unread(direction)}`,
    'type-narrowed': (change: Break) => `${changed(change)}; ${unread(change.direction)}`,
    'alternatives-changed': ({ subject, direction }: Break) =>
      `The alternatives of ${named(subject)} change; ${unread(direction)}`,
  },
}

interface Break {
  subject: string
  was: string
  now: string
  direction: 'backward' | 'forward'
}

/** What has no name is the schema itself. */
const named = (subject: string): string => subject || 'The schema'

const changed = ({ subject, was, now }: Break): string =>
  `${named(subject)} changes from ${was || 'nothing'} to ${now || 'nothing'}`

/** The records that a break concerns, and who reads them. */
const of = (direction: Break['direction']): string =>
  direction === 'backward' ? 'existing records' : 'new records, by consumers with the old schema,'

/** What a break means for consumers. */
const unread = (direction: Break['direction']): string =>
  direction === 'backward'
    ? 'consumers with the new schema cannot read existing records'
    : 'consumers with the old schema cannot read new records'
