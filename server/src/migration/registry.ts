import { say } from '../words/message.ts'
import type { Uri } from '../text/uri.ts'
import { baseName } from '../text/uri.ts'
import type { Inventory, SchemaItem } from './items.ts'
import type { Questions } from './questions.ts'
import { kubernetesName, type Resource, type Target, type Value } from './resource.ts'
import { ownUsers } from './users.ts'

/** A registry that keeps its schemas in the own cluster. */
export const registryResource = (target: Target): Resource => ({
  apiVersion: 'registry.apicur.io/v1',
  kind: 'ApicurioRegistry3',
  metadata: { name: ownUsers(target.name).registry },
  spec: {
    app: {
      storage: {
        type: 'kafkasql',
        kafkasql: {
          bootstrapServers: target.bootstrap,
          tls: {
            keystoreSecretRef: { name: ownUsers(target.name).registry },
            keystorePasswordSecretRef: { name: ownUsers(target.name).registry },
            truststoreSecretRef: { name: `${target.name}-cluster-ca-cert` },
            truststorePasswordSecretRef: { name: `${target.name}-cluster-ca-cert` },
          },
        },
      },
    },
  },
})

const kinds: Readonly<Record<string, string>> = { avsc: 'AVRO', avdl: 'AVRO', proto: 'PROTOBUF', jsonschema: 'JSON' }

/** What is registered, in the words of the commands that do it: from Glue with all versions, else from a file. */
export function schemaList({ schemas }: Inventory, questions: Questions, show: (file: Uri) => string): Value[] {
  return schemas.map(schema => {
    const { name, file, registry } = schema
    if (registry !== undefined) return { subject: name, glue: name }
    return {
      subject: subjectOf(schema, questions),
      file: show(file),
      type: kinds[/\.(\w+)$/.exec(baseName(file))?.[1]?.toLowerCase() ?? ''] ?? 'AVRO',
    }
  })
}

/** A file that is not named after a topic tells no subject. */
const subjectOf = ({ name, at }: SchemaItem, questions: Questions): string =>
  /-(?:key|value)$/.test(name)
    ? name
    : questions.value(`SUBJECT_${kubernetesName(name)}`, say('ask.subject', { schema: name }), at)
