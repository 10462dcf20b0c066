import { plural } from '../plural.ts'
import { capital } from '../capital.ts'
import { kindNames } from './kinds.ts'

/** What a change of the files means. */
export const delta = {
  delta: {
    named: ({ kind, name }: { kind: keyof typeof kindNames; name: string }) =>
      `${capital(kindNames[kind])}${name === '' ? '' : ` "${name}"`}`,
    /** Several entities of a kind: the first ones by name. */
    several: ({ kind, names }: { kind: keyof typeof kindNames; names: readonly string[] }) =>
      `${plural(names.length, kindNames[kind])} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`,
    // Personal data
    categoryNew: ({ who, category, fields }: Held) => `${who} newly holds ${category}: ${fields.join(', ')}`,
    categoryGone: ({ who, category, fields }: Held) => `${who} no longer holds ${category}: ${fields.join(', ')}`,
    newlySent: ({ who, category, fields, place }: Sent) =>
      `${who} newly sends ${category}${to(place)}: ${fields.join(', ')}`,
    noLongerSent: ({ who, category, fields }: Held) => `${who} no longer sends ${category}: ${fields.join(', ')}`,
    maskingLost: ({ who, category, fields, place }: Sent) =>
      `${who} sends ${category}${to(place)} that was masked or left out before: ${fields.join(', ')}`,
    tagTaken: ({ record, field, tags }: { record: string; field: string; tags: readonly string[] }) =>
      `Field "${field}" of ${record} loses ${tags.length === 1 ? 'its tag' : 'its tags'} ${tags.join(', ')}`,
    // Recipients and transfers
    recipientNew: ({ sending, details }: { sending: string; details: readonly string[] }) =>
      `New: ${sending}${list(details)}`,
    recipientGone: ({ sending }: { sending: string }) => `Gone: ${sending}`,
    countryChanged: ({ sending, before, details }: { sending: string; before: string; details: readonly string[] }) =>
      `${sending}; before: ${before}${list(details)}`,
    sends: ({ categories }: { categories: readonly string[] }) => `with ${categories.join(', ')}`,
    basis: ({ status, safeguard }: { status: string; safeguard?: string | undefined }) => {
      if (safeguard !== undefined) return `safeguard: ${safeguard}`
      if (status === 'adequate') return 'covered by an adequacy decision'
      return status === 'conditional'
        ? 'the adequacy decision covers some recipients only, and no safeguard is declared'
        : 'no safeguard is declared'
    },
    run: ({ owner }: { owner: string }) => `operated by ${owner}`,
    runReached: ({ owner }: { owner: string }) => `operated by ${owner}, subject to US law`,
    guessed: 'the place is guessed',
    ownerChanged: ({ sending, before, after }: Owner) => `${sending}: operated by ${after}, before by ${before}`,
    ownerReached: ({ sending, before, after }: Owner) =>
      `${sending}: operated by ${after}, subject to US law, before by ${before}`,
    safeguardLost: ({ sending, country }: { sending: string; country: string }) =>
      `${sending}: the safeguard for ${country} is no longer declared`,
    safeguardExpired: ({ sending, expires }: { sending: string; expires: string }) =>
      `${sending}: the declared safeguard expired on ${expires}`,
    safeguardDeclared: ({ sending, safeguard }: { sending: string; safeguard: string }) =>
      `${sending}: safeguard declared: ${safeguard}`,
    // Retention
    keptLonger: ({ topic, before, after }: Kept) => `Topic ${topic} keeps records longer: ${after}, before ${before}`,
    keptShorter: ({ topic, before, after }: Kept) =>
      `Topic ${topic} keeps records for a shorter time: ${after}, before ${before}`,
    keptPerKey: 'the last of each key until it is deleted',
    // Access, encryption, authentication, secrets
    accessNew: ({ principal, operations, resource, name, prefix }: Granted) =>
      `${principal} may newly ${operations.join(', ')}: ${resource} ${name}${prefix ? '*' : ''}`,
    somebody: 'Somebody',
    authorizationGone: ({ cluster }: { cluster: string }) => `Cluster ${cluster} no longer authorises its clients`,
    listenerWider: ({ cluster, listener, before, after }: AtListener & { before: string; after: string }) =>
      `Listener "${listener}" of cluster ${cluster} is reachable from further away: ${after}, before ${before}`,
    everybodyLetIn: ({ cluster, listener }: AtListener) =>
      `Listener "${listener}" of cluster ${cluster} no longer restricts who connects`,
    keyGone: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} no longer names a key of its own for data at rest`,
    listenerOpen: ({ cluster, listener }: AtListener) =>
      `Listener "${listener}" of cluster ${cluster} no longer requires encryption`,
    linkOpen: ({ who }: { who: string }) => `${who} no longer encrypts its connection to Kafka`,
    authenticationGone: ({ cluster, listener }: AtListener) =>
      `Listener "${listener}" of cluster ${cluster} no longer requires authentication`,
    secretNew: ({ finding }: { finding: string }) => `New secret: ${finding}`,
    // Operation
    does: ({ who, changed, says }: Does) => `${who}: ${says} (${changed.join(', ')})`,
    mayDo: ({ who, changed, says }: Does) =>
      `${who}, depending on what the files do not show: ${says} (${changed.join(', ')})`,
    instead: ({ instead }: { instead: string }) => `instead: ${instead}`,
    topicGone: ({ name }: { name: string }) =>
      `Topic ${name} is no longer declared: whatever applies the files may delete it with its records`,
    clusterGone: ({ name }: { name: string }) =>
      `Cluster ${name} is no longer declared: whatever applies the files may delete it with its data`,
    replicationLower: ({ topic, before, after }: { topic: string; before: number; after: number }) =>
      `Topic ${topic} has ${plural(after, 'replica')}, before ${before}`,
    groupRenamed: ({ owner, before, after }: { owner: string; before: string; after: string }) =>
      `Consumer group "${before}" of ${owner} is now "${after}": offsets committed under the old name do not count, records are read again or skipped`,
    // Reports
    title: 'What this change means',
    nothing: 'Nothing changes in what is known of data, recipients, protection or operation.',
    officer: 'For the data protection officer',
    engineer: 'For the platform engineer',
    record: 'The Art. 30 record',
    findings: 'Findings',
    noneHere: 'Nothing.',
    more: ({ count }: { count: number }) => `${count} more below`,
    cells: ({ cells, activities, missing }: { cells: number; activities: number; missing: number }) =>
      `${plural(cells, 'cell')} of the Art. 30 record ${cells === 1 ? 'changes' : 'change'} in ${plural(activities, 'activity', 'activities')}${missing > 0 ? `; ${missing} newly missing` : ''}`,
    assessment: ({ activities }: { activities: readonly string[] }) =>
      `Look at the impact assessment again: ${activities.join(', ')}`,
    counts: ({ come, errors, gone, unchanged }: { come: number; errors: number; gone: number; unchanged: number }) =>
      `Findings: ${come} new${errors > 0 ? ` (${plural(errors, 'error')})` : ''}, ${gone} gone, ${unchanged} unchanged`,
    unread: ({ files }: { files: readonly string[] }) =>
      `${plural(files.length, 'changed file')} not or only partly understood: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
    was: ({ text }: { text: string }) => `no longer: ${text}`,
    is: ({ text }: { text: string }) => `now: ${text}`,
    missing: ({ text }: { text: string }) => `missing: ${text}`,
    activity: 'Activity',
    entry: 'Entry',
    change: 'Change',
    activityNew: 'new activity',
    activityGone: 'no longer there',
    before: ({ place }: { place: string }) => `before: ${place}`,
    /** Where a change stood and stands. */
    beforeAfter: ({ before, after }: { before: string; after: string }) => `${after}, before ${before}`,
  },
}

const to = (place: string | undefined): string => (place === undefined ? '' : ` to ${place}`)
const list = (details: readonly string[]): string => (details.length > 0 ? `; ${details.join('; ')}` : '')

interface Held {
  who: string
  category: string
  fields: readonly string[]
}

interface Does {
  who: string
  changed: readonly string[]
  says: string
}

interface Sent extends Held {
  place?: string | undefined
}

interface Owner {
  sending: string
  before: string
  after: string
}

interface Kept {
  topic: string
  before: string
  after: string
}

interface Granted {
  principal: string
  operations: readonly string[]
  resource: string
  name: string
  prefix: boolean
}

interface AtListener {
  cluster: string
  listener: string
}
