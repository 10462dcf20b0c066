import type { Client, Entity } from '../model/entities.ts'
import { knownValue, type Known, type Unresolved } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { baseName } from '../text/uri.ts'
import { readApplication } from './application/read.ts'
import { readCollectors } from './collectors.ts'
import { down, entries, items } from './cursor.ts'
import { partially } from './environment/containers.ts'
import { readAll } from './environment/read.ts'
import { variableOf } from './environment/variables.ts'
import { extentOf, type Cursor } from './position.ts'
import { fixed, text } from './values.ts'

/** Whether a file of HOCON is one that an application reads, by its name; what other files in blocks mean their programs know. */
export const isOfApplication = (name: string): boolean => /^(?:application|reference)[\w-]*\.conf$|\.hocon\b/.test(name)

/** Reads a file of blocks: the clients of Kafka in collectors of logs, the settings of an application in HOCON, the variables that a unit of systemd gives to its program, the accounts of a login configuration of Java; any other says nothing. */
export function readBlocksFile(root: Cursor, name = baseName(root.document.file)): readonly Entity[] {
  const accounts = readAccounts(root)
  if (accounts.length > 0) return accounts
  const collected = readCollectors(root)
  if (collected.length > 0) return collected
  const unit = readUnit(root, name)
  if (unit.length > 0) return unit
  return isOfApplication(name) ? readApplication(root, name) : []
}

/** `Environment=NAME=value`, as often as it stands. */
function readUnit(root: Cursor, file: string): readonly Entity[] {
  const written = entries(down(root, 'Service')).filter(({ name }) => name === 'Environment')
  const all = written.flatMap(entry => [entry, ...items(entry)].flatMap(one => variableOf(text(one))))
  const [first] = all
  if (!first) return []
  const name: Known<string> = { state: 'known', value: file.replace(/\.(?:service|conf)\b.*$/, ''), at: first.keyPlace }
  return readAll(root, [
    { name, extent: extentOf(root), ...partially({ all, near: name.at, refers: 'variable' }, name) },
  ])
}

// Where they are written: javax.security.auth.login.Configuration; Kafka 4.3 (PlainLoginModule, ScramLoginModule), ZooKeeper 3.9 (DigestLoginModule).
/** Reads the passwords in a login configuration of Java: each section is what one program of Kafka logs in with, and a server's holds the accounts that it lets in. Where it connects its settings say. */
const readAccounts = (root: Cursor): Client[] =>
  entries(root).flatMap((section): Client[] => {
    const all = entries(section)
    if (!section.key || !all.some(isLoginModule)) return []
    const passwords = all.flatMap((entry): Setting[] => {
      const value = fixed(text(entry))
      const account = /^user_(.+)$/.exec(entry.name)?.[1]
      if (value.state === 'absent' || !entry.key || (account === undefined && !/password$/i.test(entry.name))) return []
      const key = account === undefined ? entry.name : `${account}.password`
      return [{ key, written: entry.name, keyPlace: entry.key, value }]
    })
    if (passwords.length === 0) return []
    const name: Known<string> = { state: 'known', value: section.name, at: section.key }
    const open: Unresolved = { state: 'unresolved', at: section.key, text: 'what the settings of the program say' }
    return [
      {
        kind: 'client',
        name,
        file: root.document.file,
        extent: extentOf(section),
        kafka: { alias: name, bootstrap: open, encrypted: open },
        settings: { all: passwords, near: section.key, open, refers: 'secret' },
      },
    ]
  })

/** Whether an entry names a class that logs in, and how far that has to succeed. */
const isLoginModule = (entry: Cursor & { readonly name: string }): boolean =>
  /^[\w.$]+\.\w*LoginModule$/.test(entry.name) &&
  /^(?:required|requisite|sufficient|optional)$/i.test(knownValue(text(entry)) ?? '')
