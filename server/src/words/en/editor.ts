import { plural } from '../plural.ts'
import { kindNames } from './kinds.ts'

/** What the editor shows beside findings. Headings are Markdown's. */
export const editor = {
  hover: {
    howRead: 'How it was read',
    whatToDo: 'What to do',
    howSure: 'How sure',
    sources: 'Sources',
    beside: 'Beside the quick fix',
    stated: 'It stands in the file.',
    derived: 'Joined from several places.',
    guessed: 'A guess by name: declare it if it is wrong.',
    topicOn: ({ topic, cluster }: { topic: string; cluster: string }) => `**Topic ${topic}** on cluster ${cluster}`,
    topic: ({ topic }: { topic: string }) => `**Topic ${topic}**`,
    topicUndeclared: ({ topic }: { topic: string }) => `**Topic ${topic}**: no file declares it`,
    noPersonalData: 'No personal data is known in its schema.',
    noSchema: 'No schema of it is known.',
    personalData: 'Personal data',
    comesFrom: 'Comes from',
    goesTo: 'Goes to',
  },
  action: {
    fixAll: 'Fix all that cannot change a running system',
    writeRest: 'Write the rest',
    declareActivity: 'Declare the processing activity',
  },
  lens: {
    personal: ({ fields, special }: { fields: number; special: number }) =>
      [plural(fields, 'personal field'), ...(special > 0 ? [`${special} special`] : []), 'Art. 30'].join(' · '),
  },
  kind: kindNames,
  station: {
    source: 'source',
    sink: 'sink',
    mirror: 'mirror',
    group: 'group',
    client: 'client',
    topic: 'topic',
    record: 'record',
    /** A field of a record; its category where it holds personal data. */
    field: ({ record, category }: { record: string; category?: string | undefined }) =>
      `field of ${record}${category === undefined ? '' : `, ${category}`}`,
  },
  rename: {
    wrongName: ({ name, kind, expected }: { name: string; kind: Renamed; expected: string }) =>
      `"${name}" is no name for a ${kindNames[kind].toLowerCase()}; expected ${expected}`,
    stuck: ({ where }: { where: string }) => `${where}, where no writer can change it: change that place by hand first`,
    unsure: ({ where }: { where: string }) =>
      `${where}, and several of this name are equally near there: rename them by hand`,
    inFileName: ({ kind, name, file }: { kind: Renamed; name: string; file: string }) =>
      `${capital(kindNames[kind])} ${name} also stands in the name of ${file}, and this editor cannot rename files`,
    somewhere: ({ kind, name }: { kind: Renamed; name: string }) =>
      `${capital(kindNames[kind])} ${name} is named somewhere`,
    alsoNamed: ({ kind, name, file, line }: { kind: Renamed; name: string; file: string; line: number }) =>
      `${capital(kindNames[kind])} ${name} is also named in ${file}:${line}`,
    done: ({ kind, name, to, places }: { kind: Renamed; name: string; to: string; places: number }) =>
      `${capital(kindNames[kind])} ${name} is ${to} in ${plural(places, 'place')}. ${consequences[kind]}`,
    label: ({ kind, name }: { kind: Renamed; name: string }) => `Rename ${kindNames[kind].toLowerCase()} ${name}`,
    consequence: ({ kind }: { kind: Renamed }) => consequences[kind],
  },
  /** What a name may hold. */
  nameForm: {
    topic: 'letters, digits, ".", "_" and "-", at most 249 of them',
    group: 'a name',
    connector: 'a name without commas',
    'connect-cluster': 'lower-case letters, digits, "." and "-"',
    cluster: 'letters, digits, ".", "_" and "-"',
    resource: 'lower-case letters, digits, "." and "-": it is the name of a Kubernetes resource',
  },
  server: {
    cancelled: 'the review was cancelled',
    notApplied: 'the editor did not apply the change',
    fault: ({ file, message, issues, fault }: { file: string; message: string; issues: string; fault: string }) =>
      `${file}: ${message}\nPlease report this at ${issues}\n${fault}`,
    noForm: ({ form }: { form: string }) => `no form of the record is called ${form}`,
  },
}

type Renamed = 'topic' | 'group' | 'connector' | 'connect-cluster' | 'cluster'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a new name does not bring about by itself. */
const consequences: Readonly<Record<Renamed, string>> = {
  topic:
    'The data does not move by itself: its records stay in the topic of the old name, and programs that name it are not changed.',
  group: 'A group of a new name starts without committed offsets, and programs that name it are not changed.',
  connector: 'A connector of a new name starts without the offsets of the old one.',
  'connect-cluster':
    'A Connect cluster of a new name is another one: the old one goes, with its connectors, once its resource is deleted.',
  cluster: 'A cluster of a new name is another one: no data moves there by itself.',
}
