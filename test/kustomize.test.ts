import assert from 'node:assert/strict'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { toUri } from '../server/src/text/uri.ts'

const topic = (name: string, rest: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n${rest}`
const kustomization = (rest: string): string => `kind: Kustomization\n${rest}`

describe('Kustomize', () => {
  before(prepareReading)

  const files = {
    'base/kustomization.yaml': kustomization('resources: [topics.yaml]\n'),
    'base/topics.yaml': topic('regal', '  replicas: 1\n  config:\n    retention.ms: 1\n'),
    'dev/kustomization.yaml': kustomization('resources: [../base]\npatches:\n  - path: patch.yaml\n'),
    'dev/patch.yaml': topic('regal', '  replicas: 3\n'),
  }
  const uri = (path: string): ReturnType<typeof toUri> => toUri(`file:///k/${path}`)
  const read = (given: Record<string, string | undefined>) =>
    new Map(openReader().read(Object.entries(given).map(([path, text]) => [uri(path), text] as const)))

  it('declares no topic by a patch: it is its object changed', () => {
    const patch = read(files).get(uri('dev/patch.yaml'))
    assert.deepEqual(patch?.entities, [])
    const [changed] = patch?.overlays ?? []
    assert.ok(changed?.kind === 'topic')
    assert.equal(changed.replicationFactor.state === 'known' && changed.replicationFactor.value, 3)
    assert.deepEqual(
      changed.settings.all.map(({ key, value }) => [key, value.at.file]),
      [['retention.ms', uri('base/topics.yaml')]],
    )
  })

  it('keeps the base as what others link to, without what every overlay changes', () => {
    const base = read(files)
      .get(uri('base/topics.yaml'))
      ?.entities.find(({ kind }) => kind === 'topic')
    assert.ok(base?.kind === 'topic')
    assert.equal(base.replicationFactor.state, 'unresolved')
    assert.equal(base.settings.all.length, 1)
  })

  it('says nothing of a patch whose base lies elsewhere', () => {
    const facts = read({ ...files, 'base/topics.yaml': undefined }).get(uri('dev/patch.yaml'))
    assert.deepEqual([facts?.entities, facts?.overlays], [[], []])
  })

  it('reads files again that a kustomization stops to name', () => {
    const reader = openReader()
    reader.read(Object.entries(files).map(([path, text]) => [uri(path), text] as const))
    const after = new Map(reader.read([[uri('dev/kustomization.yaml'), undefined]]))
    assert.equal(after.get(uri('dev/patch.yaml'))?.entities.length, 1)
  })

  it('changes by components, and puts names and namespaces around what is changed', () => {
    const facts = read({
      'base/kustomization.yaml': kustomization('resources: [topics.yaml]\n'),
      'base/topics.yaml': topic('regal', '  replicas: 3\n'),
      'one/kustomization.yaml': 'kind: Component\npatches:\n  - path: patch.yaml\n',
      'one/patch.yaml': topic('regal', '  replicas: 1\n'),
      'dev/kustomization.yaml': kustomization(
        'resources: [../base]\ncomponents: [../one]\nnamePrefix: dev-\nnamespace: dev\n',
      ),
    })
    const [changed] = facts.get(uri('one/patch.yaml'))?.overlays ?? []
    assert.ok(changed?.kind === 'topic')
    assert.equal(changed.replicationFactor.state === 'known' && changed.replicationFactor.value, 1)
    assert.equal(changed.name.state === 'known' && changed.name.value, 'dev-regal')
    assert.equal(changed.namespace, 'dev')
  })

  it('links objects to the cluster that all of them are labelled with', () => {
    const facts = read({
      'dev/kustomization.yaml': kustomization('resources: [topics.yaml]\ncommonLabels:\n  strimzi.io/cluster: lager\n'),
      'dev/topics.yaml': topic('regal', '  replicas: 1\n'),
    })
    const [changed] =
      facts.get(uri('dev/topics.yaml'))?.overlays ?? facts.get(uri('dev/kustomization.yaml'))?.overlays ?? []
    assert.ok(changed?.kind === 'topic')
    assert.equal(changed.cluster.state === 'known' && changed.cluster.value, 'lager')
  })
})
