import assert from 'node:assert/strict'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { toUri } from '../server/src/text/uri.ts'

const parent = (rest: string): string =>
  `Parameters:\n  Nodes: { Type: Number, Default: 2 }\nResources:\n  Lager:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n${rest}`
const child =
  'Parameters:\n  Brokers: { Type: Number, Default: 3 }\nResources:\n  Cluster:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ClusterName: lager\n      NumberOfBrokerNodes: !Ref Brokers\n'

describe('nested stacks', () => {
  before(prepareReading)

  const uri = (path: string): ReturnType<typeof toUri> => toUri(`file:///k/${path}`)

  /** A reader, and how many brokers each file says that a cluster has, with the file where the number stands. */
  const open = () => {
    const reader = openReader()
    const said = new Map<string, string[]>()
    return (files: Readonly<Record<string, string | undefined>>): Record<string, string[]> => {
      for (const [file, facts] of reader.read(Object.entries(files).map(([path, text]) => [uri(path), text] as const)))
        said.set(
          file.slice(uri('').length),
          (facts?.entities ?? []).flatMap(entity =>
            entity.kind === 'cluster' && entity.brokers.state === 'known'
              ? [`${entity.brokers.value} in ${entity.brokers.at.file.slice(uri('').length)}`]
              : [],
          ),
        )
      return Object.fromEntries([...said].filter(([, brokers]) => brokers.length > 0))
    }
  }

  const given = '      Parameters: { Brokers: !Ref Nodes }\n'

  it('are read with what the template that makes them gives, and alone once nobody does', () => {
    const write = open()
    const files = { 'main.yaml': parent(`      TemplateURL: stacks/msk.yaml\n${given}`), 'stacks/msk.yaml': child }
    assert.deepEqual(write(files), { 'stacks/msk.yaml': ['2 in main.yaml'] })
    assert.deepEqual(write({ 'main.yaml': undefined }), { 'stacks/msk.yaml': ['3 in stacks/msk.yaml'] })
  })

  it('are found by their names behind an address that is filled in', () => {
    const address = "      TemplateURL: !Sub 'https://s3.amazonaws.com/${Bucket}/stacks/msk.yaml'\n"
    assert.deepEqual(open()({ 'main.yaml': parent(address + given), 'stacks/msk.yaml': child }), {
      'stacks/msk.yaml': ['2 in main.yaml'],
    })
  })

  it('are nobody’s where two have the name', () => {
    const address = "      TemplateURL: !Sub 'https://s3.amazonaws.com/${Bucket}/msk.yaml'\n"
    assert.deepEqual(open()({ 'main.yaml': parent(address + given), 'a/msk.yaml': child, 'b/msk.yaml': child }), {
      'a/msk.yaml': ['3 in a/msk.yaml'],
      'b/msk.yaml': ['3 in b/msk.yaml'],
    })
  })
})
