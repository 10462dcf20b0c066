import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { move } from '../support/migration.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'

/** What leaves a file behind, needing no program, where a shell reads a name. */
const attacks = [
  "x'; : > pwned; '",
  'x\n: > pwned\n',
  '`: > pwned`',
  '$(: > pwned)',
  'x"; : > pwned; "',
  'x\n```\n\n# Forged\n\n![u](https://evil.example/u.png)\n\n```sh\n: > pwned',
]

const inHcl = (text: string): string => JSON.stringify(text).slice(1, -1)

const files = (name: string): Record<string, string> => ({
  'main.tf': `resource "aws_msk_cluster" "c" {
  cluster_name = "${inHcl(name)}"
  kafka_version = "3.8.x"
  number_of_broker_nodes = 3
}
resource "kafka_topic" "t" {
  name = "orders${inHcl(name)}"
  replication_factor = 3
  partitions = var.unknown
  config = { "retention.ms" = var.kept }
}
resource "kafka_acl" "a" {
  resource_name = "group${inHcl(name)}"
  resource_type = "Group"
  acl_principal = "User:${inHcl(name)}"
  acl_host = "*"
  acl_operation = "Read"
  acl_permission_type = "Allow"
}
resource "aws_mskconnect_connector" "s" {
  name = "sink${inHcl(name)}"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics" = "orders${inHcl(name)}"
    "aws.secret.access.key" = "Ahornweg-1744"
    "key${inHcl(name)}" = var.nothing
  }
}
`,
  'sink.json': JSON.stringify({
    name: `own${name}`,
    config: {
      'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
      topics: 'orders',
      'sasl.password': 'Ahornweg-1745',
    },
  }),
})

/** Without programs, what waits for one would wait for ever; and Bash's strings are none of this shell's. */
const withoutLoops = (block: string): string =>
  block
    .split('\n')
    .filter(line => !/^until |<<<|^ {2}|^done|^jq -c|^sleep|^for f in/.test(line))
    .join('\n')

describe('a move of a hostile repository', function () {
  this.timeout(60_000)
  for (const name of attacks)
    it(`runs nothing of ${JSON.stringify(name)}`, async () => {
      const { files: written } = await move(files(name))
      const folder = temporaryFolder()
      for (const [path, text] of written) writeFileSync(join(folder, path), text)
      const guide = written.get('MIGRATION.md') ?? ''
      const blocks = [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
      assert.ok(blocks.length > 5)
      // What stands in a span of code is no markup.
      assert.doesNotMatch(guide.replace(/(`{2,}) .*? \1/g, ''), /^# Forged|(?<!\\)!\[u\]/m)
      for (const script of ['. ./answers.env', '. ./checks.sh', ...blocks.map(withoutLoops)]) {
        const { error, stderr } = spawnSync('/bin/sh', ['-c', script], {
          cwd: folder,
          env: { PATH: '', NAMESPACE: 'n', MANAGED_BOOTSTRAP: 'm', OWN_BOOTSTRAP: 'o' },
          timeout: 20_000,
          encoding: 'utf8',
        })
        assert.equal(error, undefined, script)
        assert.doesNotMatch(stderr, /syntax error|unterminated/i, script)
        assert.ok(!existsSync(join(folder, 'pwned')), script)
      }
    })
})
