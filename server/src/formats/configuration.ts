import schema from '../knowledge/configuration.schema.json' with { type: 'json' }
import {
  levels,
  safeguardKinds,
  type Configuration,
  type DestinationDeclaration,
  type FieldDeclaration,
  type Level,
  type Policy,
  type ProcessorDeclaration,
  type RecordDeclaration,
  type RuleSetting,
  type Safeguard,
} from '../model/configuration.ts'
import type { Known } from '../model/fact.ts'
import { compileGlob, type Glob } from '../text/glob.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import type { Shape } from '../knowledge/shape.ts'
import { checkShape } from './check-shape.ts'
import { down, entries, items } from './cursor.ts'
import { matching, optional, placed, required, verbatim, written } from './declared-values.ts'
import { isWritable, extentOf, type Cursor } from './position.ts'
import { readResidency } from './residency.ts'
import { text } from './values.ts'

/** Reads a `.kafka-review.yaml`; what nobody understands becomes a flaw, the rest holds. */
export function readConfiguration(root: Cursor): Configuration {
  const list = (...path: string[]): Cursor[] => items(down(root, ...path))
  const allowed = down(root, 'groups', 'allowed')
  const pattern = compileJavaPattern(verbatim(allowed) ?? '')
  return {
    kind: 'configuration',
    file: root.document.file,
    name: text(down(root, 'version')),
    extent: extentOf(root),
    policy: readPolicy(down(root, 'policy')),
    rules: entries(down(root, 'rules')).flatMap(readRule),
    ignore: list('ignore').flatMap(entry => {
      const path = compileGlob(verbatim(down(entry, 'path')) ?? '')
      const reason = verbatim(down(entry, 'reason'))
      const code = text(down(entry, 'code'))
      return path && code.state === 'known' && reason?.trim() ? [{ path, code, reason, at: code.at }] : []
    }),
    development: globs(down(root, 'environments', 'development')),
    production: globs(down(root, 'environments', 'production')),
    personal: list('personalData', 'is').flatMap(readField),
    notPersonal: list('personalData', 'not').flatMap(readField),
    groups: {
      ...(verbatim(allowed) && pattern ? { allowed: pattern } : {}),
      aliases: new Map(entries(down(root, 'groups', 'aliases')).map(alias => [alias.name, verbatim(alias) ?? ''])),
      aliased: entries(down(root, 'groups', 'aliases')).flatMap((alias): Known<string>[] =>
        alias.written && isWritable(alias) ? [{ state: 'known', value: alias.name, at: alias.written }] : [],
      ),
    },
    destinations: list('destinations').flatMap(readPlace),
    clusters: list('clusters').flatMap(readPlace),
    safeguards: list('safeguards').flatMap(readSafeguard),
    topics: list('topics').flatMap(entry =>
      required(entry, 'match').map(match => ({
        ...matching(match),
        ...optional(entry, 'schema'),
        ...optional(entry, 'cluster'),
      })),
    ),
    schemas: list('schemas').flatMap(entry =>
      required(entry, 'match').flatMap(match =>
        written(down(entry, 'compatibility')).map(compatibility => ({ match: match.value, compatibility })),
      ),
    ),
    record: readRecord(down(root, 'record')),
    ...residencyAt(down(root, 'residency')),
    flaws: checkShape(root, schema as Shape),
  }
}

const residencyAt = (section: Cursor): Pick<Configuration, 'residency'> => {
  const residency = readResidency(section)
  return residency ? { residency } : {}
}

/** Where something lies; an entry that says nothing yet settles nothing. */
const readPlace = (entry: Cursor): DestinationDeclaration[] =>
  required(entry, 'match')
    .map(match => ({ ...matching(match), ...placed(entry, 'country'), ...placed(entry, 'provider') }))
    .filter(({ country, provider }) => country || provider)

const weights: readonly string[] = ['ignore', 'information', 'warning', 'error']

function readPolicy(policy: Cursor): Policy {
  const allowed = down(policy, 'allowedCountries')
  const weight = verbatim(down(policy, 'foreignLaw'))
  return {
    ...(allowed.tree?.kind === 'list' ? { allowedCountries: items(allowed).flatMap(written) } : {}),
    ...(weight !== undefined && weights.includes(weight)
      ? { foreignLaw: weight as NonNullable<Policy['foreignLaw']> }
      : {}),
    deniedProviders: items(down(policy, 'deniedProviders')).flatMap(written),
  }
}

function readRecord(record: Cursor): RecordDeclaration {
  const texts = (entry: Cursor, key: string): Known<string>[] =>
    [down(entry, key), ...items(down(entry, key))].flatMap(written)
  return {
    ...placed(record, 'controller'),
    ...placed(record, 'jointController'),
    ...placed(record, 'representative'),
    ...placed(record, 'dataProtectionOfficer'),
    ...placed(record, 'supervisoryAuthority'),
    ...placed(record, 'version'),
    processors: readProcessors(record),
    measures: texts(record, 'measures'),
    copies: items(down(record, 'copies')).flatMap(entry =>
      required(entry, 'match').flatMap(match =>
        written(down(entry, 'retention')).map(retention => ({ match: match.value, retention })),
      ),
    ),
    activities: items(down(record, 'activities')).flatMap(entry =>
      required(entry, 'match').map(match => ({
        ...matching(match),
        ...optional(entry, 'name'),
        ...optional(entry, 'role'),
        purposes: texts(entry, 'purposes'),
        subPurposes: texts(entry, 'subPurposes'),
        retention: texts(entry, 'retention'),
        subjects: texts(entry, 'subjects'),
        legalBasis: texts(entry, 'legalBasis'),
        recipients: texts(entry, 'recipients'),
        onBehalfOf: texts(entry, 'onBehalfOf'),
        conditions: texts(entry, 'conditions'),
        jointControllers: texts(entry, 'jointControllers'),
        processors: readProcessors(entry),
        measures: texts(entry, 'measures'),
        origins: texts(entry, 'origins'),
        ...placed(entry, 'profiling'),
        ...placed(entry, 'assessment'),
        ...placed(entry, 'owner'),
        ...placed(entry, 'since'),
        ...placed(entry, 'reviewed'),
      })),
    ),
  }
}

const readProcessors = (entry: Cursor): ProcessorDeclaration[] =>
  items(down(entry, 'processors')).flatMap(processor =>
    required(processor, 'name').map(name => ({
      name,
      ...optional(processor, 'contract'),
      ...optional(processor, 'provider'),
      accessFrom: [down(processor, 'accessFrom'), ...items(down(processor, 'accessFrom'))].flatMap(written),
      subProcessors: items(down(processor, 'subProcessors')).flatMap(item => verbatim(item) ?? []),
    })),
  )

const settable: ReadonlySet<string> = new Set(['off', ...levels])

function readRule(entry: Cursor & { readonly name: string }): RuleSetting[] {
  const level = verbatim(entry) ?? verbatim(down(entry, 'level'))
  const written = down(entry, 'paths')
  const paths = globs(written)
  // Without a path that anybody understands, a rule for some paths is none for all.
  if (!entry.key || !level || !settable.has(level) || (items(written).length > 0 && paths.length === 0)) return []
  return [
    {
      rule: { state: 'known', value: entry.name, at: entry.key },
      level: level as Level | 'off',
      paths,
    },
  ]
}

function readField(entry: Cursor): FieldDeclaration[] {
  const field = verbatim(down(entry, 'field'))
  return required(entry, 'record').flatMap(record =>
    field === undefined ? [] : [{ record: record.value, field, at: record.at, ...optional(entry, 'category') }],
  )
}

function readSafeguard(entry: Cursor): Safeguard[] {
  const written = verbatim(down(entry, 'kind'))
  const kind = safeguardKinds.find(one => one === written)
  if (!kind) return []
  // What nobody can look up settles nothing.
  const [reference] = required(entry, 'reference')
  if (!reference) return []
  return required(entry, 'destination').map(destination => ({
    destination: destination.value,
    kind,
    at: destination.at,
    ...(destination.slot ? { slot: destination.slot } : {}),
    reference: reference.value,
    ...optional(entry, 'date'),
    ...optional(entry, 'module'),
    ...optional(entry, 'importer'),
    ...optional(entry, 'assessed'),
    ...placed(entry, 'expires'),
  }))
}

const globs = (list: Cursor): Glob[] => items(list).flatMap(item => compileGlob(verbatim(item) ?? '') ?? [])
