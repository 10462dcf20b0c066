import assert from 'node:assert/strict'
import type { Cluster, Entity, Topic } from '../server/src/model/entities.ts'
import { placeOf, type Fact } from '../server/src/model/fact.ts'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { toUri } from '../server/src/text/uri.ts'

describe('roles of Ansible', () => {
  before(prepareReading)

  const uri = (path: string): ReturnType<typeof toUri> => toUri(`file:///k/${path}`)

  /** A reader, and what it says of all files. */
  const open = () => {
    const reader = openReader()
    const said = new Map<string, readonly Entity[]>()
    return (files: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, readonly Entity[]> => {
      const changes = Object.entries(files).map(([path, text]) => [uri(path), text] as const)
      for (const [file, facts] of reader.read(changes))
        said.set(
          file.slice(uri('').length),
          (facts?.entities ?? []).flatMap(one => (one.kind === 'configuration' ? [] : [one])),
        )
      assert.deepEqual(reader.problems(), [])
      return said
    }
  }

  const shown = (fact: Fact<unknown>): string => {
    if (fact.state === 'absent') return '-'
    return fact.state === 'known' ? String(fact.value) : `?${fact.text}`
  }
  /** The settings of the brokers that a file tells, each with the file that its value stands in where that is another one. */
  const settingsIn = (said: ReadonlyMap<string, readonly Entity[]>, path: string): string[] =>
    (said.get(path) ?? [])
      .filter((one): one is Cluster => one.kind === 'cluster')
      .flatMap(({ settings }) => settings.all)
      .map(({ key, value }) => {
        const { file } = placeOf(value)
        return `${key}=${shown(value)}${file === uri(path) ? '' : ` in ${file.slice(uri('').length)}`}`
      })
  const topicsIn = (said: ReadonlyMap<string, readonly Entity[]>, path: string): string[] =>
    (said.get(path) ?? [])
      .filter((one): one is Topic => one.kind === 'topic')
      .map(({ name, replicationFactor }) => `${shown(name)} ${shown(replicationFactor)}`)

  const template = 'roles/kafka/templates/server.properties.j2'
  const defaults = 'roles/kafka/defaults/main.yml'

  it('fill their templates with what their defaults say, which is told there alone', () => {
    const said = open()({
      [template]:
        'broker.id={{ kafka_id }}\nlisteners={{ kafka_protocol }}://{{ ansible_fqdn }}:{{ kafka_port | default(9092) }}\ndefault.replication.factor={{ kafka_factor }}\n',
      [defaults]:
        'kafka_id: 0\nkafka_protocol: "{{ kafka_plain }}"\nkafka_plain: PLAINTEXT\nkafka_factor: 1\nkafka_min_insync_replicas: 1\nkafka_log_dirs: /data\n',
    })
    assert.deepEqual(settingsIn(said, template), [
      // Each host has its own.
      'broker.id=?{{ kafka_id }}',
      'listeners=?PLAINTEXT://{{ ansible_fqdn }}:9092',
      `default.replication.factor=1 in ${defaults}`,
    ])
    assert.deepEqual(settingsIn(said, defaults), ['min.insync.replicas=1', 'log.dirs=/data'])
  })

  it('leave open what groups, hosts or inventories say differently, and take what the strongest say', () => {
    const files = {
      [template]: 'broker.id=1\ndefault.replication.factor={{ kafka_factor }}\nmin.insync.replicas={{ kafka_isr }}\n',
      [defaults]: 'kafka_factor: 1\nkafka_isr: 1\n',
    }
    const factorWith = (more: Readonly<Record<string, string>>): string =>
      settingsIn(open()({ ...files, ...more }), template)[1] ?? ''
    assert.equal(factorWith({}), `default.replication.factor=1 in ${defaults}`)
    assert.equal(
      factorWith({ 'group_vars/all.yml': 'kafka_factor: 2\n', 'group_vars/brokers.yml': 'kafka_factor: 3\n' }),
      'default.replication.factor=3 in group_vars/brokers.yml',
    )
    const open3 = 'default.replication.factor=?{{ kafka_factor }}'
    assert.equal(
      factorWith({
        'stages/a/group_vars/b.yml': 'kafka_factor: 1\n',
        'stages/c/group_vars/b.yml': 'kafka_factor: 3\n',
      }),
      open3,
    )
    assert.equal(factorWith({ 'host_vars/one.yml': 'kafka_factor: 3\n' }), open3)
    assert.equal(factorWith({ hosts: '[brokers]\na kafka_factor=3\n' }), open3)
    assert.equal(factorWith({ 'hosts.ini': '[brokers:vars]\nkafka_factor = 3\n' }), open3)
    assert.equal(factorWith({ 'hosts.yml': 'all:\n  vars:\n    kafka_factor: 3\n' }), open3)
    assert.equal(
      factorWith({ 'site.yml': '- hosts: brokers\n  vars:\n    kafka_factor: 3\n  roles: [kafka]\n' }),
      open3,
    )
    assert.equal(
      factorWith({ 'roles/kafka/vars/main.yml': 'kafka_factor: 3\n', hosts: '[brokers]\na kafka_factor=2\n' }),
      'default.replication.factor=3 in roles/kafka/vars/main.yml',
    )
    // Another role's, and another project's.
    assert.equal(
      factorWith({ 'roles/other/defaults/main.yml': 'kafka_factor: 3\n' }),
      `default.replication.factor=1 in ${defaults}`,
    )
  })

  it('run loops over settings, and leave out what nobody switches on', () => {
    const said = open()({
      [template]: `broker.id=1
{% for key, value in kafka_settings.items() %}
{{ key }}={{ value }}
{% endfor %}
{% if kafka_tls | default(false) | bool %}
listeners=SSL://:9093
{% elif kafka_protocol == 'SASL_SSL' %}
listeners=SASL_SSL://:9093
{% else %}
listeners={% for one in kafka_listeners %}{{ one.name }}://:{{ one.port }}{% if not loop.last %},{% endif %}{% endfor %}

{% endif %}
{% if kafka_unknown is defined %}
log.dirs=/data
{% endif %}
{% for key, value in kafka_unknown.items() %}
{{ key }}={{ value }}
{% endfor %}
`,
      [defaults]: `kafka_protocol: PLAINTEXT
kafka_settings:
  default.replication.factor: 1
  min.insync.replicas: "{{ kafka_isr }}"
kafka_isr: 2
kafka_listeners:
  - { name: PLAINTEXT, port: 9092 }
  - { name: SSL, port: 9093 }
`,
    })
    assert.deepEqual(settingsIn(said, template), [
      'broker.id=1',
      `default.replication.factor=1 in ${defaults}`,
      `min.insync.replicas=2 in ${defaults}`,
      'listeners=PLAINTEXT://:9092,SSL://:9093',
      'log.dirs=/data',
    ])
    const [cluster] = (said.get(template) ?? []) as Cluster[]
    assert.equal(cluster?.settings.open?.state, 'unresolved', 'a loop that nobody follows may bring more')
    assert.deepEqual(settingsIn(said, defaults), [])
  })

  it('take over what a template includes, and tell it once', () => {
    const included = 'roles/kafka/templates/includes/base.properties.j2'
    const said = open()({
      [template]: "{% include './includes/base.properties.j2' %}\nmin.insync.replicas={{ kafka_isr }}\n",
      [included]: 'broker.id=1\ndefault.replication.factor={{ kafka_factor }}\n',
      [defaults]: 'kafka_factor: 1\nkafka_isr: 1\n',
    })
    assert.deepEqual(said.get(included), [])
    assert.deepEqual(settingsIn(said, template), [
      `broker.id=1 in ${included}`,
      `default.replication.factor=1 in ${defaults}`,
      `min.insync.replicas=1 in ${defaults}`,
    ])
  })

  it('run tasks as often as their loops do', () => {
    const tasks = 'roles/kafka/tasks/main.yml'
    const said = open()({
      [tasks]: `- name: topics
  community.general.kafka_topic:
    name: "{{ item.name }}"
    replication_factor: "{{ item.replicas | default(kafka_factor) }}"
    partitions: 1
  loop: "{{ kafka_topics }}"
- block:
    - name: by the tools
      ansible.builtin.command: >-
        kafka-topics.sh --create --topic {{ one }} --replication-factor {{ kafka_factor }}
      loop: [payments, refunds]
      loop_control:
        loop_var: one
- name: nobody knows
  command: kafka-topics.sh --create --topic {{ item }} --replication-factor 1
  with_items: "{{ kafka_unknown }}"
`,
      [defaults]: 'kafka_factor: 1\nkafka_topics:\n  - name: orders\n  - name: customers\n    replicas: 3\n',
    })
    assert.deepEqual(topicsIn(said, tasks), ['orders 1', 'customers 3', 'payments 1', 'refunds 1', '?{{_item_}} 1'])
  })

  it('are read again when a file of theirs changes, and left alone when it is gone', () => {
    const write = open()
    write({
      [template]: 'broker.id=1\ndefault.replication.factor={{ kafka_factor }}\n',
      [defaults]: 'kafka_factor: 1\n',
    })
    assert.equal(
      settingsIn(write({ [defaults]: 'kafka_factor: 2\n' }), template)[1],
      `default.replication.factor=2 in ${defaults}`,
    )
    const said = write({ [defaults]: undefined })
    assert.equal(settingsIn(said, template)[1], 'default.replication.factor=?{{ kafka_factor }}')
  })
})
