import assert from 'node:assert/strict'
import { isDevelopmentHost, isDevelopmentName, stageOfPath, type PathStage } from '../server/src/assess/stage-names.ts'

/** Paths below the folder that is reviewed, by what their names tell. */
const told: Readonly<Record<Exclude<keyof PathStage, 'signs' | 'shown'> | 'nothing', readonly string[]>> = {
  tests: [
    'src/test/resources/kafka.yaml',
    'integration-tests/docker-compose.yml',
    'src/integrationTest/resources/application.yml',
    'load-test/topics.yaml',
    'a/e2e/topics.yaml',
  ],
  jobs: ['.github/workflows/stack/docker-compose.yml', '.gitlab-ci.yml'],
  examples: ['examples/kafka.yaml', '_examples/stack/values.yaml'],
  sample: [
    '.env.example',
    'inventories/prod/vault.sample.yml',
    'config/application.yml.dist',
    'plugins/sink/config/quickstart-sink.json',
  ],
  development: [
    'docker-compose.dev.yml',
    'docker-compose-local.yaml',
    'docker-compose.test.yml',
    'compose.ci.yaml',
    'helm/values-dev.yaml',
    'helm/dev-values.yaml',
    'src/main/resources/application-local.yml',
    'appsettings.Development.json',
    '.env.local',
    'config/kafka.dev.properties.j2',
    'k8s/overlays/kind/config.env',
    'nomad/local/infra.nomad',
    'deploy/debug/source.yaml',
    'deploy/ci/topics.yaml',
    'environments/msk-dev/main.tf',
    'perf-scripts.yaml',
    'sandbox/values.yaml',
    'docs/k8s-demo/kafka.yaml',
    'tutorials/developer-guide/src/main/resources/application.properties',
  ],
  production: [
    'overlays/prod/local/topic.yaml',
    'dev/values-production.yaml',
    'helm/values-live.yaml',
    'prd/kafka.yaml',
  ],
  cloud: ['modules/kafka/user_data.sh', 'broker/cloud-init.yaml.tftpl'],
  nothing: [
    'topics/example-topic.yaml',
    'sink-quickstart.json',
    'non-prod/kafka.yaml',
    'values-pre-prod.yaml',
    'live/kafka.yaml',
    'products/user.proto',
    'kafka.yaml',
    'docs/it/sample/topic.yaml',
    'demo/kafka.yaml',
    'docs/kafka.yaml',
    'config/samples/example-topic.yaml',
    'docs/samples/topic.yaml',
    'guided-tours/topic.yaml',
    'helm/environments/egov-demo.yaml',
    'blood-test/topics.yaml',
    'covid-test-service/topic.yaml',
    'topics/test-results.yaml',
    'topics/lab-test.yaml',
    'topics/benchmark.rates.yaml',
    'topics/local-taxes.yaml',
    'rootfs/usr/local/kafka/server.properties',
    'latest/contest.yaml',
    'devices/topic.yaml',
    'kind-of-blue/topic.yaml',
    'application.yml',
    'sample.yaml',
    'values-staging.yaml',
  ],
}

const stages = ['tests', 'jobs', 'examples', 'sample', 'development', 'production', 'cloud'] as const

describe('what the names on a path tell of whom a file serves', () => {
  for (const [expected, paths] of Object.entries(told))
    for (const path of paths)
      it(`${path}: ${expected}`, () => {
        const stage = stageOfPath(path)
        assert.equal(stages.find(name => stage[name]) ?? 'nothing', expected)
      })

  for (const [path, signs] of [
    ['k8s/dev/kafka.yaml', 1],
    ['k8s/dev/values-dev.yaml', 2],
    ['k8s/dev/prod/values-dev.yaml', 0],
    ['docs/examples/kafka.yaml', 1],
    ['docs/demo/values-dev.yaml', 3],
    ['devices/latest/contest.yaml', 0],
  ] as const)
    it(`counts ${signs} of folder and file of ${path} that say development`, () =>
      assert.equal(stageOfPath(path).signs, signs))

  for (const [host, expected] of [
    ['kafka-1.dev.orders.example', true],
    ['b-1-orders-dev-kafka.orders.example', true],
    ['kafka.dev-house.example', false],
    ['kafka.orders.dev', false],
    ['devices.mqtt.orders.example', false],
    ['demographics.contest.orders.example', false],
    ['kafka.dev.prod.orders.example', false],
    ['10.20.30.40', false],
  ] as const)
    it(`the host ${host} ${expected ? 'says' : 'does not say'} development by its own name`, () =>
      assert.equal(isDevelopmentHost(host), expected))

  it('takes whole words of the name of a cluster', () => {
    assert.ok(['orders-dev-msk', 'snow-flake-poc', 'kafka_test'].every(isDevelopmentName))
    assert.ok(!['devices', 'latest', 'orders-prod'].some(isDevelopmentName))
  })
})
