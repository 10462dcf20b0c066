import { byName, namersOf } from './link-key.ts'
import type { Estate } from './estate.ts'
import { nearest, type Link } from './link.ts'
import { mentionsOf, type Mention, type Nameable, type Namer } from './mentions.ts'
import type { Uri } from '../text/uri.ts'
import { byPlace, placeKey } from './fact.ts'

/** The mentions at an offset of a file, what is declared or leads somewhere first. */
export function mentionsAt(estate: Estate, file: Uri, offset: number): Mention[] {
  const here = estate
    .entities(file)
    .flatMap(of => mentionsOf(of, estate.topicSettings))
    .filter(
      ({ place, inFileName }) =>
        !inFileName && place.file === file && place.span.start <= offset && offset <= place.span.end,
    )
  const rank = (mention: Mention): number => {
    if (mention.declares) return 0
    return declarationsOf(mention, estate).length > 0 ? 1 : 2
  }
  return [...here].sort((a, b) => rank(a) - rank(b))
}

/** The declarations that a mention leads to: the nearest; several where they are equally near. Of a group, all that name it as their own. */
export function declarationsOf(mention: Mention, estate: Estate): Namer[] {
  if (mention.declares) return [mention.of]
  return [...candidates(resolve(mention, declaring(mention.what, mention.name, estate)))]
}

/** The mentions that mean the same thing, in the order of files; `unsure` are those that may mean another one of the same name. */
export function sameAs(mention: Mention, estate: Estate): { readonly sure: Mention[]; readonly unsure: Mention[] } {
  const { what, name } = mention
  const declarations = declaring(what, name, estate)
  const all = mentionsNamed(what, name, estate)
  const found = what === 'group' ? inOneGroup(mention, all, declarations) : ofOneThing(mention, all, declarations)
  return { sure: inOrder(found.sure), unsure: inOrder(found.unsure) }
}

/** The places where something is named, by whoever names it. */
export const mentionsNamed = (what: Nameable, name: string, estate: Estate): Mention[] =>
  [...new Set(estate.find(namersOf(what, name)))].flatMap(of =>
    mentionsOf(of, estate.topicSettings).filter(found => found.what === what && found.name === name),
  )

function declaring(what: Nameable, name: string, estate: Estate): Namer[] {
  const found: readonly Namer[] = estate.find(byName(what, name))
  return what === 'group'
    ? found.filter(of => mentionsOf(of, estate.topicSettings).some(({ declares }) => declares))
    : [...found]
}

const resolve = (mention: Mention, declarations: readonly Namer[]): Link<Namer> =>
  mention.declares ? { state: 'linked', to: mention.of } : nearest<Namer>(mention, declarations)

function ofOneThing(
  mention: Mention,
  all: readonly Mention[],
  declarations: readonly Namer[],
): { sure: Mention[]; unsure: Mention[] } {
  const own = resolve(mention, declarations)
  if (own.state === 'ambiguous') return { sure: [], unsure: [...all] }
  const [sure, unsure]: [Mention[], Mention[]] = [[], []]
  for (const other of all) {
    const link = resolve(other, declarations)
    if (own.state === 'none' ? link.state === 'none' : link.state === 'linked' && link.to === own.to) sure.push(other)
    else if (own.state === 'linked' && link.state === 'ambiguous' && link.candidates.includes(own.to))
      unsure.push(other)
  }
  return { sure, unsure }
}

/** A group has no declaration of its own: whoever is in it names it. Those are one group that some other place joins. */
function inOneGroup(
  mention: Mention,
  all: readonly Mention[],
  declarations: readonly Namer[],
): { sure: Mention[]; unsure: Mention[] } {
  const leads = new Map(all.map(other => [other, candidates(resolve(other, declarations))]))
  const members = new Set<Namer>(candidates(resolve(mention, declarations)))
  if (members.size === 0) return { sure: all.filter(other => leads.get(other)?.length === 0), unsure: [] }
  for (let before = 0; before < members.size; ) {
    before = members.size
    // A configuration speaks of all groups of a name: it makes none of them the same.
    for (const [{ of }, to] of leads)
      if (of.kind !== 'configuration' && to.some(member => members.has(member)))
        for (const member of to) members.add(member)
  }
  const here = all.filter(other => leads.get(other)?.some(member => members.has(member)))
  const alone = (other: Mention): boolean => leads.get(other)?.every(member => members.has(member)) ?? true
  return { sure: here.filter(alone), unsure: here.filter(other => !alone(other)) }
}

function candidates(link: Link<Namer>): readonly Namer[] {
  if (link.state === 'none') return []
  return link.state === 'linked' ? [link.to] : link.candidates
}

/** Each place once, in the order of the files and of their texts. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const found = new Map<string, Mention>()
  for (const mention of mentions) {
    const key = `${placeKey(mention.place)} ${mention.inFileName ?? ''}`
    if (!found.has(key) || mention.declares) found.set(key, mention)
  }
  return [...found.values()].sort((a, b) => byPlace(a.place, b.place))
}
