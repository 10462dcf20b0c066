import assert from 'node:assert/strict'
import { openDb } from '../server/src/assess/db.ts'
import type { Destination } from '../server/src/assess/destination.ts'
import { locateHost, locateRegion, type Location } from '../server/src/assess/location.ts'
import { destinationOf, destinationsAsWritten } from '../server/src/assess/residency.ts'
import type { ConnectorKind } from '../server/src/knowledge/connectors.ts'
import { reviewTexts, theLibrary, uriOf } from './support/fixtures.ts'

const { knowledge } = theLibrary()

/** Host: provider, region, country and what the law says of it; `-` where the host tells no region. */
const hosts: Readonly<Record<string, string>> = {
  'b-1.prod.xyz.c2.kafka.us-east-1.amazonaws.com': 'aws-msk us-east-1 US conditional',
  'b-1.prod.xyz.c2.kafka.eu-west-2.amazonaws.com': 'aws-msk eu-west-2 GB adequate',
  'b-1.prod.xyz.c2.kafka.eu-central-2.amazonaws.com': 'aws-msk eu-central-2 CH adequate',
  'b-2-public.demo.a1b2c3.c4.kafka.eu-north-1.amazonaws.com': 'aws-msk eu-north-1 SE eu',
  'boot-abc123.c1.kafka-serverless.eu-west-1.amazonaws.com': 'aws-msk-serverless eu-west-1 IE eu',
  'b-1.x.y.c2.kafka.cn-north-1.amazonaws.com.cn': 'aws-china cn-north-1 CN third',
  'b-1.x.y.c1.kafka.eusc-de-east-1.amazonaws.eu': 'aws-eusc eusc-de-east-1 DE eu',
  's3.eusc-de-east-1.amazonaws.eu': 'aws-eusc eusc-de-east-1 DE eu',
  'mydb.abcdefghijk.eu-central-1.rds.amazonaws.com': 'aws-rds eu-central-1 DE eu',
  'examplecluster.abc123.ap-southeast-2.redshift.amazonaws.com': 'aws-redshift ap-southeast-2 AU third',
  'search-x-abc.ap-northeast-1.es.amazonaws.com': 'aws-opensearch ap-northeast-1 JP conditional',
  'vpce-0a.kafka.eu-west-3.vpce.amazonaws.com': 'aws-vpce eu-west-3 FR eu',
  'kafka.eu-south-2.api.aws': 'aws-dualstack eu-south-2 ES eu',
  'orders.cluster-c9xk2.il-central-1.docdb.amazonaws.com': 'mongodb-docdb il-central-1 IL conditional',
  'ec2-3-1-2-3.ca-central-1.compute.amazonaws.com': 'ec2 ca-central-1 CA conditional',
  'my-bucket.s3.eu-west-1.amazonaws.com': 'aws-s3 eu-west-1 IE eu',
  'my-bucket.s3.us-gov-west-1.amazonaws.com': 'aws-s3 us-gov-west-1 US conditional',
  's3.amazonaws.com': 'aws-s3 - unknown',
  'my.abc.0001.euc1.cache.amazonaws.com': 'aws-elasticache - unknown',
  'xy12345.snowflakecomputing.com': 'snowflake us-west-2 US conditional',
  'xy12345.eu-central-1.snowflakecomputing.com': 'snowflake eu-central-1 DE eu',
  'xy12345.west-europe.azure.snowflakecomputing.com': 'snowflake westeurope NL eu',
  'xy12345.europe-west4.gcp.snowflakecomputing.com': 'snowflake europe-west4 NL eu',
  'xy12345.us-east-2.aws.snowflakecomputing.com': 'snowflake us-east-2 US conditional',
  'myorg-account123.snowflakecomputing.com': 'snowflake - unknown',
  'dce-abc.westeurope-1.ingest.monitor.azure.com': 'azure-monitor westeurope NL eu',
  'nordmeer.westeurope.kusto.windows.net': 'azure-kusto westeurope NL eu',
  'kafka.uksouth.cloudapp.azure.com': 'azure-vm uksouth GB adequate',
  'kafka.switzerlandnorth.cloudapp.azure.com': 'azure-vm switzerlandnorth CH adequate',
  'fn-abc123.swedencentral-01.azurewebsites.net': 'azure-functions swedencentral SE eu',
  'shop.servicebus.windows.net': 'azure-eventhubs - unknown',
  'shop.servicebus.chinacloudapi.cn': 'azure-china - CN third',
  'account.blob.core.windows.net': 'azure-blob - unknown',
  'europe-west2-pubsub.googleapis.com': 'gcp-apis europe-west2 GB adequate',
  'europe-west6-pubsub.googleapis.com': 'gcp-apis europe-west6 CH adequate',
  'bigquery.europe-west3.rep.googleapis.com': 'gcp-apis europe-west3 DE eu',
  'storage.googleapis.com': 'gcp-apis - unknown',
  'bootstrap.mycluster.europe-north1.managedkafka.myproj.cloud.goog': 'gcp-kafka europe-north1 FI eu',
  'us-central1-proj.cloudfunctions.net': 'gcp-run us-central1 US conditional',
  'svc-123.asia-south1.run.app': 'gcp-run asia-south1 IN third',
  'shop-default-rtdb.europe-west1.firebasedatabase.app': 'firebase europe-west1 BE eu',
  'pkc-4r297.europe-west2.gcp.confluent.cloud': 'confluent europe-west2 GB adequate',
  'pkc-41wq6.eu-west-2.aws.confluent.cloud': 'confluent eu-west-2 GB adequate',
  'psrc-xxxx.westeurope.azure.confluent.cloud': 'confluent westeurope NL eu',
  'lkc-x-apfoo123.eu-west-3.aws.accesspoint.glb.confluent.cloud': 'confluent eu-west-3 FR eu',
  'cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com': 'oci eu-frankfurt-1 DE eu',
  'objectstorage.eu-zurich-1.oraclecloud.com': 'oci eu-zurich-1 CH adequate',
  'objectstorage.eu-jovanovac-1.oraclecloud.com': 'oci eu-jovanovac-1 RS third',
  'objectstorage.uk-london-1.oraclecloud.com': 'oci uk-london-1 GB adequate',
  'objectstorage.eu-frankfurt-2.oci.oraclecloud.eu': 'oci-eu-sov eu-frankfurt-2 DE eu',
  'broker-0-xyz.kafka.svc08.eu-de.eventstreams.cloud.ibm.com': 'ibm-es eu-de DE eu',
  's3.eu-gb.cloud-object-storage.appdomain.cloud': 'ibm-es eu-gb GB adequate',
  'governance.eu-central-1.aliyuncs.com': 'alibaba eu-central-1 DE eu',
  'oss-eu-west-1.aliyuncs.com': 'alibaba eu-west-1 GB adequate',
  'nordmeer-suche.es.europe-west3.gcp.cloud.es.io': 'elastic-cloud europe-west3 DE eu',
  'abc123.eu-central-1.aws.clickhouse.cloud': 'clickhouse eu-central-1 DE eu',
  'redis-12345.c55.eu-central-1-1.ec2.cloud.redislabs.com': 'redis-cloud eu-central-1 DE eu',
  'xyz.eu-central-1-0.aws.cloud.qdrant.io': 'qdrant eu-central-1 DE eu',
  'x-1234.7tt.aws-eu-central-1.cockroachlabs.cloud': 'cockroach eu-central-1 DE eu',
  'aws-0-eu-central-1.pooler.supabase.com': 'supabase eu-central-1 DE eu',
  's3.fr-par.scw.cloud': 'scaleway fr-par FR eu',
  'archive.fsn1.your-objectstorage.com': 'hetzner fsn1 DE eu',
  'archive.hil.your-objectstorage.com': 'hetzner hil US conditional',
  's3.gra.io.cloud.ovh.net': 'ovh GRA FR eu',
  's3.bhs.io.cloud.ovh.net': 'ovh BHS CA conditional',
  'sos-ch-gva-2.exo.io': 'exoscale ch-gva-2 CH adequate',
  'sos-de-fra-1.exo.io': 'exoscale de-fra-1 DE eu',
  's3.eu-central-2.ionoscloud.com': 'ionos eu-central-2 DE eu',
  's3-eu-central-1.ionoscloud.com': 'ionos eu-central-1 DE eu',
  'obs.eu-de.otc.t-systems.com': 'otc eu-de DE eu',
  'swr.eu-ch2.sc.otc.t-systems.com': 'otc eu-ch2 CH adequate',
  'object.storage.eu01.onstackit.cloud': 'stackit eu01 DE eu',
  's3.pub1.infomaniak.cloud': 'infomaniak - CH adequate',
  'oos.eu-west-2.outscale.com': 'outscale eu-west-2 FR eu',
  'domain.par.clever-cloud.com': 'clevercloud par FR eu',
  'domain.ldn.clever-cloud.com': 'clevercloud ldn GB adequate',
  'fra1.digitaloceanspaces.com': 'digitalocean fra1 DE eu',
  'http-intake.logs.datadoghq.eu': 'datadog-eu - DE eu',
  'http-intake.logs.datadoghq.com': 'datadog-us - US conditional',
  'http-intake.logs.ap1.datadoghq.com': 'datadog-ap1 - JP conditional',
  'cluster0.qx8ab.mongodb.net': 'mongodb-atlas - unknown',
  'ingest.eu0.signalfx.com': 'splunk-o11y - unknown',
  'kafka-demo-myproject.aivencloud.com': 'aiven - unknown',
  'b-1.shop.abc123.kafka.us-east-1.amazonaws.com': 'aws-msk us-east-1 US conditional',
  'westeurope.servicebus.windows.net': 'azure-eventhubs - unknown',
  'pkc-41wq6.eu-west-2.private.aws.confluent.cloud': 'confluent eu-west-2 GB adequate',
  'erp.shop.example': 'nobody - unknown',
  'amazonaws.com.shop.example': 'nobody - unknown',
}

const describeLocation = ({ provider, region, countries }: Location): string =>
  [
    provider?.id ?? 'nobody',
    region?.code ?? '-',
    countries.map(({ code, status }) => `${code} ${status}`).join() || 'unknown',
  ].join(' ')

describe('a place', () => {
  for (const [host, place] of Object.entries(hosts))
    it(`${host} is ${place}`, () => assert.equal(describeLocation(locateHost(host, knowledge)), place))

  for (const [code, provider, country, why] of [
    ['eu-west-1', 'aws-s3', 'IE'],
    ['eu-west-1', 'alibaba', 'GB'],
    ['eu-west-2', 'aws-s3', 'GB'],
    ['eu-west-2', 'outscale', 'FR'],
    ['eu-central-2', 'aws-s3', 'CH'],
    ['eu-central-2', 'ionos', 'DE'],
    ['BHS', 'ovh', 'CA', 'Beauharnois'],
    ['eu-west-1', undefined, '', 'two providers, two countries: nothing is known'],
    ['us-east-1', undefined, 'US', 'whoever has it, it is in the United States'],
    ['arn:aws:lambda:ap-south-1:1:function:x', 'aws-regional', 'IN'],
    ['arn:aws:s3:::archive', 'aws-s3', '', 'an ARN of S3 carries no region'],
    ['nowhere-9', 'aws-s3', ''],
  ] as const)
    it(`by the region ${code} of ${provider ?? 'whomever'} is ${country || 'unknown'}`, () => {
      const { countries } = locateRegion(
        code,
        provider === undefined ? undefined : knowledge.providers.get(provider),
        knowledge,
      )
      assert.equal(countries.map(one => one.code).join(), country, why)
    })

  it('belongs to whoever owns its provider today', () => {
    const ownerOf = (host: string): string => locateHost(host, knowledge).provider?.short ?? 'nobody'
    assert.equal(ownerOf('pkc-4r297.eu-central-1.aws.confluent.cloud'), 'IBM')
    assert.equal(ownerOf('archive.fsn1.your-objectstorage.com'), 'Hetzner')
  })
})

/** A connector's transfer findings, with the text that they stand on. */
function findingsOf(className: string, settings: Readonly<Record<string, string>>): string[] {
  const text = JSON.stringify({ name: 's-1', config: { 'connector.class': className, topics: 'orders', ...settings } })
  const uri = uriOf('s.json')
  return reviewTexts([{ uri, text }])
    .findings(uri)
    .filter(({ family }) => family === 'transfer' || family === 'foreign-law')
    .map(({ code, at }) => `${code} ${text.slice(at.span.start, at.span.end)}`)
}

/** Which rule has to speak of a place, and nothing beside it. */
function expected(kind: ConnectorKind, { countries, provider }: Location): string | undefined {
  const outside = kind.direction === 'replication' ? 'KR403' : 'KR401'
  const [country] = countries
  switch (country?.status) {
    case undefined:
      return undefined
    case 'eu':
    case 'eea':
      return provider && provider.cloudAct !== 'none-known' ? 'KR405' : undefined
    case 'adequate':
      return 'KR402'
    default:
      return outside
  }
}

describe('each connector that is described', () => {
  const kinds = [...new Set(knowledge.connectors.values())].filter(
    ({ direction, inside }) => direction !== 'source' && !inside,
  )
  const rds = (region: string): string => `https://db.abcdefghijk.${region}.rds.amazonaws.com`
  const regionsOf = (provider: string | undefined): Location[] => {
    const known = provider === undefined ? undefined : knowledge.providers.get(provider)
    const all = [...knowledge.regions.values()]
      .flatMap(regions => [...regions.values()])
      .map(({ code }) => locateRegion(code, known, knowledge))
    return [['eu', 'eea'], ['adequate'], ['third', 'conditional']].flatMap(
      wanted =>
        all.find(({ region, countries: [country] }) => region && country && wanted.includes(country.status)) ?? [],
    )
  }

  it('are many', () => assert.ok(kinds.flatMap(({ classes }) => classes).length >= 250))

  for (const kind of kinds) {
    const [className = ''] = kind.classes
    const copying = kind.copies?.topics ? { [kind.copies.topics]: 'orders' } : {}
    const cases = [
      ...kind.endpoints.flatMap(key =>
        ['eu-central-1', 'eu-west-2', 'ap-south-1'].map(region => ({
          key,
          value: rds(region),
          location: locateHost(rds(region).slice(8), knowledge),
        })),
      ),
      ...kind.regions.flatMap(key =>
        regionsOf(kind.provider).map(location => ({ key, value: location.region?.code ?? '', location })),
      ),
    ]
    if (cases.length === 0) continue
    for (const { key, value, location } of cases) {
      const code = expected(kind, location)
      it(`${className} with ${key}=${value}: ${code ?? 'nothing'}`, () =>
        assert.deepEqual(findingsOf(className, { ...copying, [key]: value }), code ? [`${code} "${value}"`] : []))
    }
  }

  it('says nothing of what another tool fills in', () => {
    for (const {
      classes: [className = ''],
      endpoints,
      regions,
    } of kinds) {
      for (const key of [...endpoints, ...regions])
        assert.deepEqual(findingsOf(className, { [key]: '${env:PLACE}' }), [], `${className} ${key}`)
    }
  })
})

describe('what the configuration declares of a destination', () => {
  const connector = {
    uri: uriOf('sink.json'),
    text: JSON.stringify({
      name: 'orders-out',
      config: {
        'connector.class': 'io.confluent.connect.jdbc.JdbcSinkConnector',
        topics: 'orders',
        'connection.url': 'jdbc:postgresql://db.abcdefghijk.eu-central-1.rds.amazonaws.com/x',
      },
    }),
  }
  const asked = (configuration: string) => {
    const { estate } = reviewTexts([
      connector,
      { uri: uriOf('.kafka-review.yaml'), text: `version: 1\n${configuration}` },
    ])
    const db = openDb(estate, theLibrary())
    const [sink] = estate.facts(connector.uri)?.entities.filter(entity => entity.kind === 'connector') ?? []
    assert.ok(sink)
    return { settled: destinationOf(db, sink), written: destinationsAsWritten(db, sink)[0] }
  }
  const countries = (destination: Destination | undefined) => destination?.countries.map(({ code }) => code)

  for (const match of ['orders-out', 'db.abcdefghijk.*'])
    it(`holds by the name ${match}, and leaves alone what the files say`, () => {
      const { settled, written } = asked(`destinations: [{ match: '${match}', country: IN }]\n`)
      assert.deepEqual([countries(settled), settled?.status], [['IN'], 'third'])
      assert.deepEqual([countries(written), written?.status, written?.policy], [['DE'], 'eea', 'unsaid'])
    })

  it('goes with a safeguard for its host', () => {
    const { settled } = asked(
      "destinations: [{ match: orders-out, country: IN }]\nsafeguards: [{ destination: '*.rds.amazonaws.com', kind: scc, date: 2026-02-01, reference: DPA 1 }]\n",
    )
    assert.deepEqual([countries(settled), settled?.safeguard?.kind], [['IN'], 'scc'])
  })
})
