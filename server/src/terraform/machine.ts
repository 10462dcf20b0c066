import type { Entity } from '../model/entities.ts'
import { knownValue, type Known, type Place } from '../model/fact.ts'
import { down, entries, inside, items } from '../formats/cursor.ts'
import { isInstalled } from '../formats/installed.ts'
import type { Cursor } from '../formats/position.ts'
import { readPropertiesText } from '../formats/properties/read.ts'
import { text } from '../formats/values.ts'
import { isTerraform } from './file.ts'
import { blocks } from './instances.ts'
import { asTemplate } from './named-file.ts'
import type { Resource } from './resource.ts'

/** Whether a block may hold a script that a machine runs, or name one. */
export const mayRunScripts = (source: string): boolean =>
  /user_data|custom_data|startup[-_]script|provisioner|templatefile|\bfile\(|server\.properties|kafka-server-start/.test(
    source,
  )

/** Whether a text of several lines may be a script that concerns Kafka. */
export const mayBeScript = (written: string): boolean =>
  written.includes('\n') && /kafka|server\.properties|redpanda|rpk /i.test(written)

/** Reads a script that a machine runs, or what cloud-init does for it, with the values that Terraform fills in. */
export function readMachineScript(script: Cursor, resource: Resource): readonly Entity[] {
  const { tree, document, origin } = script
  if (tree?.kind !== 'scalar') return []
  // Such a file is read by itself, and Terraform has nothing to add.
  if (/\.(?:ba)?sh$/.test(document.file) && !origin.filled) return []
  const found = /^\s*#cloud-config\b/.test(tree.text)
    ? inside(script, 'yaml').flatMap(root => readCloudConfig(root, resource))
    : scriptIn(script, resource)
  return found.map(entity => ledOn(entity, script, resource))
}

/** Reads the files that cloud-init writes, and the commands that it runs. */
const readCloudConfig = (root: Cursor, resource: Resource): readonly Entity[] => [
  ...items(down(root, 'write_files')).flatMap(file => {
    const content = down(file, 'content')
    return /\.properties$/.test(knownValue(text(down(file, 'path'))) ?? '')
      ? inside(content, 'properties').flatMap(inner => readPropertiesText(inner, resource.labelled))
      : scriptIn(content, resource)
  }),
  ...items(down(root, 'runcmd')).flatMap(command => scriptIn(command, resource)),
]

const scriptIn = (script: Cursor, { readScript, labelled }: Resource): readonly Entity[] =>
  readScript?.(script, labelled) ?? []

/** Reads what a `template_file` makes of its template. */
export function readTemplateFile(resource: Resource): readonly Entity[] {
  const { body } = resource
  const template = down(body, 'template')
  const names = new Map(
    blocks(body, 'vars')
      .flatMap(entries)
      .map((one): [string, Cursor] => [one.name, one]),
  )
  const scope = body.document.scope?.bind(body, names).document.scope
  const made = asTemplate(template, scope) ?? template
  return made.tree?.kind === 'scalar' && mayBeScript(made.tree.text) ? readMachineScript(made, resource) : []
}

/** What Terraform fills in that decides alone, the version of what is installed and passwords, at the value that it stands for; all else as it is. */
function ledOn(entity: Entity, script: Cursor, { file, extent }: Resource): Entity {
  const led = (value: Known<string>, isIt: (filled: Filled) => boolean): Known<string> | undefined => {
    const decided = script.origin.filled
      ?.filter(isIt)
      .map(({ cursor }) => text(cursor))
      .find(one => one.state === 'known' && one.value === value.value && isTerraform(one.at.file))
    return decided?.state === 'known'
      ? { state: 'known', value: value.value, at: { ...decided.at, usedBy: value.at } }
      : undefined
  }
  if (isInstalled(entity)) {
    const version = led(entity.version, ({ at }) => isWithin(entity.version.at, at))
    return version ? { ...entity, file, extent, version } : entity
  }
  if (entity.kind !== 'client') return entity
  const all = entity.settings.all.map(one => {
    const isPassword = /password/.test(one.key) && one.value.state === 'known'
    return isPassword ? { ...one, value: led(one.value, () => true) ?? one.value } : one
  })
  return { ...entity, settings: { ...entity.settings, all } }
}

type Filled = NonNullable<Cursor['origin']['filled']>[number]

const isWithin = (inner: Place, outer: Place): boolean =>
  inner.file === outer.file && inner.span.start >= outer.span.start && inner.span.end <= outer.span.end
