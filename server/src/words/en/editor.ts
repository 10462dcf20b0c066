import { capital } from '../capital.ts'
import { plural } from '../plural.ts'
import { kindNames } from './kinds.ts'
import { foldedInto } from './reports.ts'

/** What the editor shows beside findings. Headings are Markdown's. */
export const editor = {
  hover: {
    howRead: 'Evidence',
    whatToDo: 'What to do',
    howSure: 'Confidence',
    sources: 'Sources',
    beside: 'After applying the fix',
    quickFix: ({ title }: { title: string }) => `Quick fix: ${title}`,
    stated: 'stated in the file',
    derived: 'derived from several places',
    guessed: 'heuristic, by name; override it in .kafka-review.yaml if it is wrong',
    topicOn: ({ topic, cluster }: { topic: string; cluster: string }) => `**Topic ${topic}** on cluster ${cluster}`,
    topic: ({ topic }: { topic: string }) => `**Topic ${topic}**`,
    topicUndeclared: ({ topic }: { topic: string }) => `**Topic ${topic}**: not declared in any file`,
    noPersonalData: 'No personal data is known in its schema.',
    noSchema: 'No schema is known.',
    personalData: 'Personal data',
    comesFrom: 'Produced by',
    goesTo: 'Consumed by',
  },
  /** The law behind a finding: its article, and what it says; other languages have both by the English words. */
  law: {
    cite: ({ cite }: { cite: string }) => cite,
    says: ({ says }: { says: string }) => says,
  },
  /** The headings of the pages of the rules, in their order. */
  page: {
    why: 'Why it matters',
    todo: 'What to do',
    examples: 'Examples',
    ignore: 'When to ignore',
  },
  /** How the examples of a page are headed. */
  example: {
    reported: 'Reported:',
    silent: 'Silent:',
  },
  folded: {
    one: ({ count }: { count: number }) => foldedInto(count),
  },
  action: {
    fixAll: 'Apply all fixes that change nothing that runs',
    fixRuleInFile: ({ code }: { code: string }) => `Fix all ${code} in this file`,
    fixRuleEverywhere: ({ code, files }: { code: string; files: number }) =>
      `Fix all ${code} in ${plural(files, 'file')}, with a preview`,
    openPage: ({ code }: { code: string }) => `Explain ${code}`,
    writeRest: 'Fill in the placeholder',
    declareActivity: 'Declare the processing activity',
  },
  skeleton: {
    head: 'Lines that begin with ## explain, lines that begin with # say something once their # is taken away.',
  },
  list: {
    noCountry: 'Country unknown',
    ownNetwork: 'Own network',
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
    /** The service at a destination, or what a group is known for. */
    detail: ({ detail }: { detail: string }) => detail,
    /** A field of a record; its category where it holds personal data. */
    field: ({ record, category }: { record: string; category?: string | undefined }) =>
      `field of ${record}${category === undefined ? '' : `, ${category}`}`,
  },
  rename: {
    wrongName: ({ name, kind, expected }: { name: string; kind: Renamed; expected: string }) =>
      `"${name}" is not a valid ${kindNames[kind].toLowerCase()} name; expected ${expected}`,
    stuck: ({ where }: { where: string }) =>
      `${where}, which cannot be edited automatically: change that place by hand first`,
    unsure: ({ where }: { where: string }) => `${where}, where several declarations match equally: rename them by hand`,
    inFileName: ({ kind, name, file }: { kind: Renamed; name: string; file: string }) =>
      `${capital(kindNames[kind])} ${name} is also part of the file name ${file}, and this editor cannot rename files`,
    somewhere: ({ kind, name }: { kind: Renamed; name: string }) =>
      `${capital(kindNames[kind])} ${name} is named somewhere`,
    alsoNamed: ({ kind, name, file, line }: { kind: Renamed; name: string; file: string; line: number }) =>
      `${capital(kindNames[kind])} ${name} is also named in ${file}:${line}`,
    done: ({ kind, name, to, places }: { kind: Renamed; name: string; to: string; places: number }) =>
      `${capital(kindNames[kind])} ${name} was renamed to ${to} in ${plural(places, 'place')}. ${consequences[kind]}`,
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
    loaded: ({ files, milliseconds, problems }: { files: number; milliseconds: number; problems: number }) =>
      `${plural(files, 'file')} read in ${milliseconds} ms, ${problems} left out`,
    slow: ({ file, milliseconds }: { file: string; milliseconds: number }) =>
      `${file}: ${milliseconds} ms for one review`,
    cancelled: 'the review was cancelled',
    notApplied: 'the editor did not apply the change',
    fault: ({ file, message, issues, fault }: { file: string; message: string; issues: string; fault: string }) =>
      `${file}: ${message}\nPlease report this at ${issues}\n${fault}`,
    noForm: ({ form }: { form: string }) => `unknown record format ${form}`,
  },
}

type Renamed = 'topic' | 'group' | 'connector' | 'connect-cluster' | 'cluster'

/** What a new name does not bring about by itself. */
const consequences: Readonly<Record<Renamed, string>> = {
  topic:
    'No data is moved: existing records stay in the topic with the old name, and applications that use the old name are not changed.',
  group:
    'A renamed consumer group starts without committed offsets, and applications that use the old name are not changed.',
  connector: 'A renamed connector starts without the offsets of the old one.',
  'connect-cluster':
    'A renamed Connect cluster is a new cluster: the old one and its connectors remain until its resource is deleted.',
  cluster: 'A renamed cluster is a new cluster: no data is moved.',
}
