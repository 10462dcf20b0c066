import { readCompany } from '../support/company.ts'
import { root } from '../support/fixtures.ts'
import type { Texts } from '../support/states.ts'

/** A change of the example company's files, as somebody would commit it. */
export interface Step {
  readonly name: string
  /** What is said of it has to be about this. */
  readonly about: string
  readonly edit: (files: Record<string, string>) => void
}

/** The files of the example company, by their paths. */
export const company = (): Record<string, string> =>
  Object.fromEntries(readCompany().map(({ uri, text }) => [decodeURIComponent(uri.slice(root.length)), text]))

/** Replaces a text that has to be there. */
function put(files: Record<string, string>, path: string, was: string, is: string): void {
  const text = files[path] ?? ''
  if (!text.includes(was)) throw new Error(`${path} has no ${was}`)
  files[path] = text.replace(was, is)
}

/** Ten commits, one after another. */
export const story: readonly Step[] = [
  {
    name: '01-files-move',
    about: 'nothing: topics go to a file of their own, a connector is written on one line',
    edit: files => {
      const [first = '', ...rest] = (files['kafka/topics.yaml'] ?? '').split('---\n')
      files['kafka/topics.yaml'] = rest.join('---\n')
      files['kafka/orders.yaml'] = `# Orders\n${first}`
      files['connectors/orders-warehouse.json'] = JSON.stringify(
        JSON.parse(files['connectors/orders-warehouse.json'] ?? ''),
      )
    },
  },
  {
    name: '02-new-sink',
    about: 'health data to a new recipient in the United States',
    edit: files => {
      files['connectors/marketing.json'] = JSON.stringify(
        {
          name: 'marketing',
          config: {
            'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
            topics: 'kunden',
            's3.bucket.name': 'lindenhof-marketing',
            's3.region': 'us-east-1',
            'flush.size': '1000',
          },
        },
        undefined,
        2,
      )
    },
  },
  {
    name: '03-mask-removed',
    about: 'diagnoses reach the payroll unmasked',
    edit: files =>
      put(
        files,
        'connectors/absences-payroll.json',
        `    "transforms": "hide",
    "transforms.hide.type": "org.apache.kafka.connect.transforms.MaskField$Value",
    "transforms.hide.fields": "diagnosis",
`,
        '',
      ),
  },
  {
    name: '04-kept-for-ever',
    about: 'orders are kept for ever, returns for one day',
    edit: files => {
      put(files, 'kafka/orders.yaml', 'retention.ms: 7776000000 # 90 days', 'retention.ms: -1')
      put(files, 'kafka/topics.yaml', 'retention.ms: 604800000', 'retention.ms: 86400000')
    },
  },
  {
    name: '05-guards-lowered',
    about: 'no TLS, no authentication, no authorisation',
    edit: files => {
      put(files, 'kafka/cluster.yaml', 'tls: true\n        authentication:\n          type: tls\n', 'tls: false\n')
      put(files, 'kafka/cluster.yaml', '    authorization:\n      type: simple\n', '')
      put(files, 'kafka/cluster.yaml', 'port: 9092\n        type: internal', 'port: 9092\n        type: loadbalancer')
    },
  },
  {
    name: '06-cluster-replaced',
    about: 'Terraform replaces the cluster, in another country',
    edit: files => {
      put(files, 'terraform/partners.tf', 'default = "eu-west-1"', 'default = "us-east-1"')
      put(files, 'terraform/partners.tf', '= "partners"\n  kafka_version', '= "partners-us"\n  kafka_version')
    },
  },
  {
    name: '07-schema-grows',
    about: 'a special category in orders, a tag taken away',
    edit: files => {
      put(files, 'schemas/orders-value.avsc', ', "confluent:tags": ["PII"]', '')
      put(
        files,
        'schemas/orders-value.avsc',
        '    {"name": "iban"',
        '    {"name": "customer_religion", "type": ["null", "string"], "default": null},\n    {"name": "iban"',
      )
    },
  },
  {
    name: '08-rights-and-a-password',
    about: 'access to every topic, and a secret that is told without its text',
    edit: files => {
      put(
        files,
        'kafka/users.yaml',
        '          type: topic\n          name: orders\n        operations: [Read]',
        "          type: topic\n          name: '*'\n        operations: [Read, Write]",
      )
      put(
        files,
        'connectors/absences-payroll.json',
        '"${file:/opt/secrets/payroll.properties:password}"',
        '"Winterhafen-2291"',
      )
    },
  },
  {
    name: '09-operation',
    about: 'more partitions, fewer copies, a topic gone, a group renamed',
    edit: files => {
      put(files, 'kafka/orders.yaml', 'partitions: 24\n  replicas: 3', 'partitions: 48\n  replicas: 1')
      put(files, 'kafka/users.yaml', 'name: credit-scoring-service', 'name: cg-93a0')
      files['kafka/topics.yaml'] = (files['kafka/topics.yaml'] ?? '')
        .split('---\n')
        .filter(text => !text.includes('name: shelf-sensors'))
        .join('---\n')
    },
  },
  {
    name: '10-safeguard-gone',
    about: 'a safeguard is no longer declared; the transfer to India has ended',
    edit: files => {
      put(
        files,
        '.kafka-review.yaml',
        `safeguards:
  - destination: returns-archive
    kind: dpf
    date: 2026-02-01
    reference: listing of the provider, checked by the data protection officer
`,
        '',
      )
      delete files['connectors/customer-complaints.json']
    },
  },
]

/** The states of the files, before the first change and after each. */
export function states(): Texts[] {
  const all: Texts[] = [company()]
  for (const { edit } of story) {
    const next = { ...all.at(-1) }
    edit(next)
    all.push(next)
  }
  return all
}
