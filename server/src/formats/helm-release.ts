import type { Entity } from '../model/entities.ts'
import { knownValue, type Fact, type Known } from '../model/fact.ts'
import { folderName, folderOf } from '../text/uri.ts'
import { readApplication } from './application/read.ts'
import { readBitnami } from './bitnami.ts'
import { down, inside, isThere, items } from './cursor.ts'
import { readEmbedded } from './embedded.ts'
import { readEnvironments } from './environment/read.ts'
import { readConsoles } from './chart/consoles.ts'
import { byPaths } from './chart/gifts.ts'
import type { Cursor } from './position.ts'
import { readRedpanda } from './redpanda/read.ts'
import { readStrimziValues } from './strimzi/values.ts'
import { boolean, text } from './values.ts'
import { concernsKafka } from './words-of-kafka.ts'

/** Reads the values that a resource gives to a chart: of Flux (`HelmRelease`), of Argo CD (`Application`, `ApplicationSet`), of k3s (`HelmChart`), of Kustomize (`helmCharts`), of helmfile (`releases`). They are read as the values of a chart are. */
export function readHelmRelease(root: Cursor): readonly Entity[] {
  const charts = items(down(root, 'helmCharts'))
  if (charts.length > 0) return charts.flatMap(readInflated)
  const releases = isThere(down(root, 'apiVersion')) ? [] : items(down(root, 'releases'))
  if (releases.length > 0) return releases.flatMap(readOfHelmfile)
  const kind = knownValue(text(down(root, 'kind'))) ?? ''
  const places = valuesOf.get(kind)
  if (!places || !isThere(down(root, 'apiVersion'))) return []
  const release = text(down(root, 'metadata', 'name'))
  const given = places(down(root, 'spec')).filter(isThere)
  // Of values in several places each may say what the others leave out.
  const chart = given.length === 1 ? chartOf(down(root, 'spec')) : undefined
  return given.flatMap(values => {
    // A text in the resource is looked into by nobody else.
    const found =
      values.tree?.kind === 'scalar'
        ? inside(values, 'yaml').flatMap(one => readAllValues(one, chart))
        : readChartValues(values, chart)
    return release.state === 'known' ? found.map(entity => called(entity, release)) : found
  })
}

/** Whether the values in a text can be about Kafka: most resources install other charts. */
export const mayGiveToKafka = (text: string): boolean => /values|parameters/.test(text) && concernsKafka(text)

/** Reads the values that a helmfile gives to a release, where they stand in it; one that is not installed gets none. */
function readOfHelmfile(release: Cursor): Entity[] {
  const name = text(down(release, 'name'))
  const chart = knownValue(text(down(release, 'chart')))
  const isOff = knownValue(boolean(down(release, 'installed'))) === false
  if (chart === undefined || isOff) return []
  return items(down(release, 'values'))
    .filter(({ tree }) => tree?.kind === 'map')
    .flatMap(values => readChartValues(values, lastOf(text(down(release, 'chart')))))
    .map(entity => (name.state === 'known' ? called(entity, name) : entity))
}

/** Reads the values that a kustomization gives to a chart; variables among them are read where they stand. */
function readInflated(chart: Cursor): Entity[] {
  const [release, name] = ['releaseName', 'name'].map(key => text(down(chart, key)))
  const title = release?.state === 'known' ? release : name
  const found = readChartValues(down(chart, 'valuesInline'), name?.state === 'known' ? name : undefined)
  return title?.state === 'known' ? found.map(entity => called(entity, title)) : found
}

/** Reads the values that a release gives to a chart, a map or a text, where nobody else looks into them. */
export const readValues = (values: Cursor, release: Known<string>): Entity[] =>
  (values.tree?.kind === 'scalar' ? inside(values, 'yaml') : [values])
    .flatMap(one => readAllValues(one))
    .map(entity => called(entity, release))

const readAllValues = (values: Cursor, chart?: Known<string>): Entity[] => [
  ...readChartValues(values, chart),
  ...readEnvironments(values),
  ...readEmbedded(values),
]

/** The chart that a resource installs, where it says it of one. */
function chartOf(spec: Cursor): Known<string> | undefined {
  const [source, template] = [spec, down(spec, 'template', 'spec')].map(one => down(one, 'source', 'chart'))
  const named = [source, template, down(spec, 'chart', 'spec', 'chart'), down(spec, 'chart')]
  return named.map(one => one && lastOf(text(one))).find(one => one)
}

/** A chart without the repository before its name. */
const lastOf = (chart: Fact<string>): Known<string> | undefined =>
  chart.state === 'known' ? { ...chart, value: chart.value.split('/').at(-1) ?? '' } : undefined

const readChartValues = (values: Cursor, chart?: Known<string>): Entity[] => [
  ...readConsoles(values, chart),
  ...readBitnami(values),
  ...readRedpanda(values),
  ...readStrimziValues(values),
  ...readApplication(values, 'values.yaml'),
]

const sources = (spec: Cursor): Cursor[] => [down(spec, 'source'), ...items(down(spec, 'sources'))]

const ofArgo = (spec: Cursor): Cursor[] =>
  sources(spec).flatMap(source => {
    const helm = down(source, 'helm')
    return [down(helm, 'values'), down(helm, 'valuesObject'), ...byPaths(down(helm, 'parameters'))]
  })

/** Where a kind of resource has them. */
const valuesOf: ReadonlyMap<string, (spec: Cursor) => Cursor[]> = new Map([
  ['HelmRelease', (spec: Cursor) => [down(spec, 'values')]],
  ['HelmChart', (spec: Cursor) => [down(spec, 'valuesContent')]],
  ['HelmChartConfig', (spec: Cursor) => [down(spec, 'valuesContent')]],
  ['Application', ofArgo],
  ['ApplicationSet', (spec: Cursor) => ofArgo(down(spec, 'template', 'spec'))],
])

/** What is called after a folder or a key, for want of a name, has that of the release. */
function called(entity: Entity, release: Known<string>): Entity {
  if ((entity.kind !== 'cluster' && entity.kind !== 'client') || entity.name.state !== 'known') return entity
  const forWant = ['values', 'valuesObject', 'valuesInline', folderName(folderOf(entity.file))]
  return forWant.includes(entity.name.value) ? { ...entity, name: release } : entity
}
