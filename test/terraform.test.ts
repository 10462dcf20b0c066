import assert from 'node:assert/strict'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { toUri } from '../server/src/text/uri.ts'
import { startReview } from '../server/src/review.ts'
import { root, theLibrary, uriOf } from './support/fixtures.ts'

const topic = (factor: string, more = ''): string =>
  `resource "kafka_topic" "orders" {\n  name               = "orders"\n  partitions         = 1\n  replication_factor = ${factor}\n}\n${more}`

/** A review of files as they come: what it says of them, and which of them were read for a change. */
function open(): { write(files: Readonly<Record<string, string | undefined>>): string[]; findings(): string[] } {
  const reader = openReader()
  const review = startReview(theLibrary(), () => [root])
  return {
    write(files) {
      const facts = reader.read(Object.entries(files).map(([name, text]) => [uriOf(name), text]))
      review.update(facts)
      return facts.map(([uri]) => uri.slice(root.length)).sort()
    },
    findings: () =>
      [...review.files()]
        .flatMap(uri => review.findings(uri))
        .filter(({ level }) => level !== 'hint')
        .map(
          ({ code, at, related }) =>
            `${code} ${at.file.slice(root.length)}:${at.span.start}${related.length > 0 ? ` used in ${related[0]?.at.file.slice(root.length)}` : ''}`,
        )
        .sort(),
  }
}

describe('a module of Terraform', () => {
  before(prepareReading)

  it('has its findings on the literal that decides, and they come and go with what uses it', () => {
    const files = open()
    files.write({
      'a/topic.tf': topic('var.copies'),
      'a/variables.tf': 'variable "copies" {\n  default = 2\n}\n',
      'b/topic.tf': topic('3'),
    })
    assert.deepEqual(files.findings(), ['KR301 a/variables.tf:32 used in a/topic.tf'])
    assert.deepEqual(files.write({ 'a/topic.tf': topic('3') }), ['a/topic.tf', 'a/variables.tf'])
    assert.deepEqual(files.findings(), [])
    files.write({ 'a/topic.tf': topic('var.copies') })
    assert.deepEqual(files.findings(), ['KR301 a/variables.tf:32 used in a/topic.tf'])
    files.write({ 'a/terraform.tfvars': 'copies = 1\n' })
    assert.deepEqual(files.findings(), ['KR301 a/terraform.tfvars:9 used in a/topic.tf'])
    files.write({ 'a/terraform.tfvars': undefined, 'a/production.tfvars': 'copies = 3\n' })
    assert.deepEqual(files.findings(), [])
    files.write({ 'a/production.tfvars': undefined })
    assert.deepEqual(files.findings(), ['KR301 a/variables.tf:32 used in a/topic.tf'])
  })

  it('takes values from files in the order of Terraform: terraform.tfvars, then *.auto.tfvars by their names', () => {
    const module = { 'a/topic.tf': topic('var.copies'), 'a/variables.tf': 'variable "copies" {\n  default = 3\n}\n' }
    const decidedIn = (values: Readonly<Record<string, string>>): string[] => {
      const files = open()
      files.write({ ...module, ...values })
      return files.findings()
    }
    const [low, high] = ['copies = 1\n', 'copies = 3\n']
    const used = (file: string): string[] => [`KR301 a/${file}:9 used in a/topic.tf`]
    assert.deepEqual(decidedIn({ 'a/terraform.tfvars': low, 'a/z.auto.tfvars': high }), [])
    assert.deepEqual(decidedIn({ 'a/terraform.tfvars': high, 'a/z.auto.tfvars': low }), used('z.auto.tfvars'))
    assert.deepEqual(decidedIn({ 'a/terraform.tfvars': high, 'a/a.auto.tfvars': low }), used('a.auto.tfvars'))
    assert.deepEqual(decidedIn({ 'a/a.auto.tfvars': low, 'a/b.auto.tfvars': high }), [])
    assert.deepEqual(decidedIn({ 'a/a.auto.tfvars': high, 'a/b.auto.tfvars': low }), used('b.auto.tfvars'))
    assert.deepEqual(decidedIn({ 'b/terraform.tfvars': low }), [])
  })

  it('believes a file of values wholly where Terraform cannot do without it, and else only what all of them say', () => {
    const module = {
      'a/topic.tf': topic('var.copies'),
      'a/variables.tf': 'variable "copies" {\n  default = 3\n}\nvariable "name" {\n  type = string\n}\n',
    }
    const decidedIn = (values: Readonly<Record<string, string>>): string[] => {
      const files = open()
      files.write({ ...module, ...values })
      return files.findings()
    }
    const used = ['KR301 a/dev.tfvars:9 used in a/topic.tf']
    assert.deepEqual(decidedIn({ 'a/dev.tfvars': 'copies = 1\nname = "one"\n' }), used)
    assert.deepEqual(decidedIn({ 'a/dev.tfvars': 'copies = 1\n' }), [])
    assert.deepEqual(decidedIn({ 'a/dev.tfvars': 'copies = 1\nname = "one"\n', 'a/prod.tfvars': 'name = "two"\n' }), [])
  })

  it('reads a block that is left out with the values of an environment that has it, which lie in a folder of their own', () => {
    const left = topic('var.copies').replace('{\n', '{\n  count = var.on ? 1 : 0\n')
    const module = {
      'iac/topic.tf': left,
      'iac/variables.tf':
        'variable "on" {\n  default = false\n}\nvariable "copies" {\n  default = 3\n}\nvariable "name" {\n}\n',
    }
    const decidedIn = (values: Readonly<Record<string, string>>): string[] => {
      const files = open()
      files.write({ ...module, ...values })
      return files.findings()
    }
    const used = (file: string): string[] => [`KR301 ${file}:21 used in iac/topic.tf`]
    const [low, off, full] = ['on = true\ncopies   = 1\n', 'on = false\ncopies  = 1\n', 'on = true\ncopies   = 3\n']
    assert.deepEqual(decidedIn({}), [])
    assert.deepEqual(decidedIn({ 'envs/prod.tfvars': low }), used('envs/prod.tfvars'))
    assert.deepEqual(decidedIn({ 'iac/envs/prod/terraform.tfvars': low }), used('iac/envs/prod/terraform.tfvars'))
    assert.deepEqual(decidedIn({ 'envs/prod.tfvars': off }), [])
    // One environment, wholly: production before the others.
    assert.deepEqual(decidedIn({ 'envs/dev.tfvars': low, 'envs/prod.tfvars': full }), [])
    assert.deepEqual(decidedIn({ 'envs/dev.tfvars': full, 'envs/prod.tfvars': low }), used('envs/prod.tfvars'))
    assert.deepEqual(decidedIn({ 'envs/dev.tfvars': low, 'envs/prod.tfvars': off }), used('envs/dev.tfvars'))
    // Files of one environment have no name in common.
    assert.deepEqual(decidedIn({ 'envs/prod/a.tfvars': 'on = true\n', 'envs/prod/b.tfvars': 'copies = 1\n' }), [
      'KR301 envs/prod/b.tfvars:9 used in iac/topic.tf',
    ])
    // The values of somebody else: of another root, or of one that lies nearer.
    assert.deepEqual(decidedIn({ 'envs/prod.tfvars': `${low}a = 1\nb = 2\n` }), [])
    assert.deepEqual(decidedIn({ 'envs/prod.tfvars': low, 'envs/main.tf': 'locals {}\n' }), [])
    assert.deepEqual(decidedIn({ 'b/envs/prod.tfvars': low, 'b/iac/main.tf': 'locals {}\n' }), [])
    assert.deepEqual(decidedIn({ 'envs/prod.tfvars': low, 'iac/terraform.tfvars': 'on = true\n' }), [])
  })

  it('follows values that lie apart as they come and go', () => {
    const files = open()
    const call = 'module "topics" {\n  source = "./topics"\n  count  = var.on ? 1 : 0\n}\n'
    files.write({
      'iac/topics/main.tf': topic('2'),
      'iac/main.tf': `${call}variable "on" {\n  default = false\n}\n`,
      'envs/prod.tfvars': 'on = false\n',
    })
    const [told, none]: string[][] = [['KR301 iac/topics/main.tf:114'], []]
    assert.deepEqual(files.findings(), none)
    assert.equal(files.write({ 'envs/prod.tfvars': 'on = true\n' }).includes('iac/topics/main.tf'), true)
    assert.deepEqual(files.findings(), told)
    files.write({ 'envs/main.tf': 'locals {}\n' })
    assert.deepEqual(files.findings(), none)
    files.write({ 'envs/main.tf': undefined })
    assert.deepEqual(files.findings(), told)
    files.write({ 'all/main.tf': 'module "iac" {\n  source = "../iac"\n  on = false\n}\n' })
    assert.deepEqual(files.findings(), none)
    files.write({ 'all/main.tf': undefined })
    assert.deepEqual(files.findings(), told)
    files.write({ 'envs/prod.tfvars': undefined })
    assert.deepEqual(files.findings(), none)
  })

  it('is read as each of its callers uses it', () => {
    const files = open()
    files.write({ 'm/topic.tf': topic('var.copies', 'variable "copies" {\n  default = 1\n}\n') })
    assert.deepEqual(files.findings(), ['KR301 m/topic.tf:159 used in m/topic.tf'])
    files.write({
      'live/main.tf':
        'module "one" {\n  source = "../m"\n  copies = 2\n}\n\nmodule "two" {\n  source = "../m"\n  copies = 3\n}\n',
    })
    assert.deepEqual(files.findings(), ['KR301 live/main.tf:44 used in m/topic.tf'])
    assert.deepEqual(files.write({ 'live/main.tf': undefined }), ['live/main.tf', 'm/topic.tf'])
    assert.deepEqual(files.findings(), ['KR301 m/topic.tf:159 used in m/topic.tf'])
  })

  it('gives each copy of a call its own values', () => {
    const files = open()
    files.write({
      'm/topic.tf': topic('var.copies', 'variable "copies" {}\n'),
      'main.tf': 'module "all" {\n  source   = "./m"\n  for_each = { a = 1, b = 3 }\n  copies   = each.value\n}\n',
    })
    assert.deepEqual(files.findings(), ['KR301 main.tf:53 used in m/topic.tf'])
  })

  it('passes outputs on', () => {
    const files = open()
    files.write({
      'm/main.tf': 'output "copies" {\n  value = local.copies\n}\n\nlocals {\n  copies = 2\n}\n',
      'main.tf': topic('module.m.copies', 'module "m" {\n  source = "./m"\n}\n'),
    })
    assert.deepEqual(files.findings(), ['KR301 m/main.tf:64 used in main.tf'])
  })

  it('ends in circles, in chains of a thousand links and in what doubles with each of them', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => `  a${i} = local.a${i + 1}\n`).join('')
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `  b${i} = "\${local.b${i + 1}}\${local.b${i + 1}}"\n  l${i} = [local.l${i + 1}, local.l${i + 1}]\n`,
    ).join('')
    const files = open()
    files.write({
      'main.tf': `${topic('local.a0')}${topic('local.c0').replace(/orders/g, 'other')}${topic('length(flatten(local.l0))').replace(/orders/g, 'third')}${topic('local.b0').replace(/orders/g, 'fourth')}${topic('1').replace(/orders/g, 'fifth')}locals {\n${chain}  a1000 = 1\n  c0 = local.c1\n  c1 = local.c0\n${doubling}  b40 = "x"\n  l40 = 1\n}\nmodule "self" {\n  source = "./"\n}\nmodule "m" {\n  source = "./m"\n}\n`,
      'm/main.tf': 'module "back" {\n  source = "../"\n}\n',
    })
    assert.equal(files.findings().length, 1)
  })

  it('gives up texts that would take all memory', () => {
    const bombs = {
      width: 'locals {\n  n = format("%999999999s", "x")\n}\n',
      widths: `locals {\n  n = format("${'%9999s'.repeat(20)}"${', "x"'.repeat(20)})\n}\n`,
      texts: `locals {\n  l = "${'x'.repeat(60_000)}"\n  n = format("%s%s%q", local.l, local.l, local.l)\n}\n`,
      join: `locals {\n  l = "${'x'.repeat(60_000)}"\n  n = join(local.l, ["a", "b", "c"])\n}\n`,
      replace: `locals {\n  n0 = "xxxxxxxxxx"\n${Array.from({ length: 12 }, (_, i) => `  n${i + 1} = replace(local.n${i}, "x", "xxxxxxxxxx")\n`).join('')}  n = local.n12\n}\n`,
    }
    for (const [what, locals] of Object.entries(bombs)) {
      const facts = new Map(
        openReader().read([[toUri(`${root}t/main.tf`), locals + topic('2').replace('"orders"\n ', 'local.n\n ')]]),
      )
      const [found] = facts.get(toUri(`${root}t/main.tf`))?.entities ?? []
      assert.equal(found?.name.state, 'unresolved', what)
    }
  })

  it('works out texts with verbs, widths and replaced parts', () => {
    const names = {
      'format("%s-%2.1f", "a", 7)': undefined,
      'format("%s", "a", var.b)': undefined,
      'format("%s-%03d-%5s|%q%%", "a", 7, "b", "c")': 'a-007-    b|"c"%',
      'replace("a.b.c", ".", "--")': 'a--b--c',
    }
    for (const [expression, expected] of Object.entries(names)) {
      const facts = new Map(
        openReader().read([[toUri(`${root}t/main.tf`), topic('2').replace('"orders"\n ', `${expression}\n `)]]),
      )
      const [found] = facts.get(toUri(`${root}t/main.tf`))?.entities ?? []
      assert.equal(found?.name.state === 'known' ? found.name.value : undefined, expected, expression)
    }
  })

  it('takes over the resources that nothing changes, and reads all others as if for the first time', () => {
    const cluster = (name: string, more = ''): string =>
      `resource "aws_msk_cluster" "${name}" {
  cluster_name           = "${name}"
  kafka_version          = local.version
  number_of_broker_nodes = 3
  configuration_info {
    arn      = aws_msk_configuration.main.arn
    revision = 1
  }
  broker_node_group_info {
    security_groups = [aws_security_group.brokers.id]
  }
${more}}
`
    const files: Record<string, string | undefined> = {
      'live/clusters.tf': cluster('one') + cluster('two', '  region = "us-east-1"\n'),
      'live/locals.tf': 'locals {\n  version = "3.8.x"\n  copies  = var.copies\n}\n',
      'live/configuration.tf':
        'resource "aws_msk_configuration" "main" {\n  name              = "main"\n  server_properties = file("server.properties")\n}\n',
      'live/groups.tf': 'resource "aws_security_group" "brokers" {\n  name = "brokers"\n}\n',
      'live/provider.tf': 'provider "aws" {\n  region = "eu-central-1"\n}\n',
      'live/topics.tf': `${topic('local.copies')}module "topics" {\n  source   = "../topics"\n  for_each = toset(["a", "b"])\n  name     = each.key\n  copies   = var.copies\n}\n`,
      'live/variables.tf': 'variable "copies" {\n  default = 2\n}\n',
      'topics/main.tf':
        'resource "kafka_topic" "it" {\n  name               = var.name\n  partitions         = 1\n  replication_factor = var.copies\n}\nresource "kafka_topic" "other" {\n  name               = "other"\n  partitions         = 1\n  replication_factor = 3\n}\n',
      'topics/variables.tf': 'variable "name" {}\nvariable "copies" {\n  default = 3\n}\n',
    }
    const reader = openReader()
    const entities = new Map<string, readonly unknown[]>()
    const write = (changes: Record<string, string | undefined>): void => {
      Object.assign(files, changes)
      for (const [file, facts] of reader.read(Object.entries(changes).map(([name, text]) => [uriOf(name), text])))
        entities.set(file.slice(root.length), facts?.entities ?? [])
    }
    const cold = (): Map<string, readonly unknown[]> =>
      new Map(
        openReader()
          .read(Object.entries(files).map(([name, text]) => [uriOf(name), text]))
          .map(([file, facts]) => [file.slice(root.length), facts?.entities ?? []]),
      )
    write(files)
    const clusters = 'live/clusters.tf'
    const edits: readonly [what: string, Record<string, string | undefined>][] = [
      ['a comment behind all', { [clusters]: `${files[clusters]}# more\n` }],
      ['a comment between', { [clusters]: files[clusters]?.replace('}\nresource', '}\n# two\nresource') }],
      ['a local', { 'live/locals.tf': files['live/locals.tf']?.replace('3.8', '3.9') }],
      ['a variable', { 'live/variables.tf': 'variable "copies" {\n  default = 1\n}\n' }],
      ['a file of values', { 'live/terraform.tfvars': 'copies = 4\n' }],
      ['values by command', { 'live/terraform.tfvars': undefined, 'live/a.tfvars': 'copies = 5\n' }],
      ['the provider', { 'live/provider.tf': 'provider "aws" {\n  region = "eu-west-1"\n}\n' }],
      [
        'a rule beside a group',
        {
          'live/rules.tf':
            'resource "aws_security_group_rule" "r" {\n  type = "ingress"\n  from_port = 9092\n  to_port = 9098\n  protocol = "tcp"\n  cidr_blocks = ["0.0.0.0/0"]\n  security_group_id = aws_security_group.brokers.id\n}\n',
        },
      ],
      ['a named file', { 'live/server.properties': 'min.insync.replicas=1\n' }],
      ['a named file again', { 'live/server.properties': 'min.insync.replicas=2\n' }],
      ['an output', { 'live/outputs.tf': 'output "arn" {\n  value = aws_msk_cluster.one.arn\n}\n' }],
      ['a copy less', { 'live/topics.tf': files['live/topics.tf']?.replace('["a", "b"]', '["b"]') }],
      ['the called module', { 'topics/main.tf': `# more\n${files['topics/main.tf']}` }],
      ['a default there', { 'topics/variables.tf': 'variable "name" {}\nvariable "copies" {}\n' }],
      ['the module goes', { 'topics/main.tf': undefined, 'topics/variables.tf': undefined }],
      ['and comes', { 'topics/main.tf': files['topics/main.tf'], 'topics/variables.tf': files['topics/variables.tf'] }],
      ['a caller of the folder', { 'all/main.tf': 'module "live" {\n  source = "../live"\n  copies = 3\n}\n' }],
    ]
    for (const [what, changes] of edits) {
      write(changes)
      const expected = cold()
      for (const [file, said] of entities) assert.deepEqual(said, expected.get(file) ?? [], `${file} after ${what}`)
    }
  })

  it('keeps a resource as it was read, unless something that it asked for is another', () => {
    const reader = openReader()
    let now: readonly unknown[] = []
    const write = (changes: Record<string, string>): void => {
      for (const [file, facts] of reader.read(Object.entries(changes).map(([name, text]) => [uriOf(name), text])))
        if (file === uriOf('a/topics.tf')) now = facts?.entities ?? []
    }
    const second = topic('3').replace('"orders"', '"parcels"')
    write({ 'a/topics.tf': topic('var.copies') + second, 'a/variables.tf': 'variable "copies" {\n  default = 2\n}\n' })
    const [orders, parcels] = now
    /** Of the topic whose copies are a variable and of the other: whether they were taken over. */
    const taken = (changes: Record<string, string>): boolean[] => {
      const before = now
      write(changes)
      return before.map((entity, index) => entity === now[index])
    }
    assert.deepEqual([orders !== undefined, parcels !== undefined], [true, true])
    assert.deepEqual(taken({ 'a/main.tf': '# nothing\n' }), [true, true])
    assert.deepEqual(taken({ 'a/variables.tf': 'variable "copies" {\n  default = 1\n}\n' }), [false, true])
    assert.deepEqual(taken({ 'a/variables.tf': 'variable "copies" {\n  default = 1\n}\nvariable "more" {}\n' }), [
      true,
      true,
    ])
    assert.deepEqual(taken({ 'a/topics.tf': `${topic('var.copies')}locals {}\n${second}` }), [true, false])
    assert.deepEqual(taken({ 'a/values.auto.tfvars': 'copies = 3\n' }), [false, true])
  })

  it('names the folders that it calls and nobody has read', () => {
    const reader = openReader()
    const wanted = (): string[] => reader.wanted().map(({ uri }) => uri.slice(root.length))
    const call = 'module "topics" {\n  source = "../topics"\n}\n'
    reader.read([[uriOf('live/main.tf'), call]])
    assert.deepEqual(wanted(), ['topics/'])
    const [folder] = reader.wanted()
    assert.equal(folder?.takes(uriOf('topics/main.tf')), true)
    assert.equal(folder?.takes(uriOf('topics/kafka.yaml')), false)
    reader.read([[uriOf('topics/main.tf'), topic('2')]])
    assert.deepEqual(wanted(), [])
    reader.read([[uriOf('topics/main.tf'), undefined]])
    assert.deepEqual(wanted(), ['topics/'])
    reader.read([[uriOf('live/main.tf'), undefined]])
    assert.deepEqual(wanted(), [])
  })

  it('reads the files that expressions name, where they come and go', () => {
    const files = open()
    const configuration = (call: string): string =>
      `resource "aws_mskconnect_connector" "a" {\n  name = "a"\n  kafka_cluster_encryption_in_transit {\n    encryption_type = "TLS"\n  }\n  kafka_cluster_client_authentication {\n    authentication_type = "IAM"\n  }\n  connector_configuration = ${call}\n}\n`
    const sink = (region: string): string =>
      `{"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "a", "s3.bucket.name": "b", "s3.region": "${region}"}`
    files.write({ 'a/main.tf': configuration('jsondecode(file("${path.module}/connectors/sink.json"))') })
    assert.deepEqual(files.findings(), [])
    files.write({ 'a/connectors/sink.json': sink('us-east-1') })
    assert.deepEqual(files.findings(), ['KR401 a/connectors/sink.json:114 used in a/main.tf'])
    assert.deepEqual(files.write({ 'a/connectors/sink.json': sink('eu-central-1') }), [
      'a/connectors/sink.json',
      'a/main.tf',
    ])
    assert.deepEqual(files.findings(), ['KR405 a/connectors/sink.json:114 used in a/main.tf'])
    files.write({ 'a/connectors/sink.json': undefined })
    assert.deepEqual(files.findings(), [])
    files.write({
      'b/main.tf': configuration('jsondecode(templatefile("./sink.tftpl", { region = var.region }))'),
      'b/variables.tf': 'variable "region" {\n  default = "us-east-1"\n}\n',
      'b/sink.tftpl': sink('${region}'),
    })
    assert.deepEqual(files.findings(), ['KR401 b/sink.tftpl:114 used in b/main.tf'])
    files.write({ 'b/variables.tf': 'variable "region" {}\n' })
    assert.deepEqual(files.findings(), [])
  })

  it('reads what a called module names in its own folder, and what the folder that Terraform runs in names', () => {
    const files = open()
    const policy = (call: string): string => `resource "aws_iam_policy" "p" {\n  policy = ${call}\n}\n`
    const everything = '{"Statement": [{"Effect": "Allow", "Action": "kafka-cluster:*", "Resource": "*"}]}'
    files.write({
      'live/main.tf': topic('3', `module "access" {\n  source = "../modules/access"\n}\n`),
      'modules/access/main.tf': policy('file("${path.module}/policy.json")'),
      'modules/access/policy.json': everything,
      'live/other.tf': policy('file("policies/other.json")'),
      'live/policies/other.json': everything,
    })
    assert.deepEqual(
      files.findings().map(line => line.replace(/:\d+/, '')),
      [
        'KR507 live/policies/other.json used in live/other.tf',
        'KR507 modules/access/policy.json used in modules/access/main.tf',
      ],
    )
  })

  it('names the files that expressions name and nobody has read', () => {
    const reader = openReader()
    reader.read([
      [
        uriOf('a/main.tf'),
        topic('2', 'locals {\n  x = file("x.json")\n}\nresource "kafka_topic" "b" {\n  name = file("../b.txt")\n}\n'),
      ],
    ])
    assert.deepEqual(
      reader.wanted().map(({ uri }) => uri.slice(root.length)),
      ['b.txt'],
    )
  })

  it('leaves folders without anything of Kafka unread', () => {
    const files = open()
    assert.deepEqual(files.write({ 'main.tf': 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n' }), [
      'main.tf',
    ])
    assert.deepEqual(files.findings(), [])
  })
})
