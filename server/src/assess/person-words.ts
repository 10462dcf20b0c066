import type { FieldType } from '../model/entities.ts'
import type { Lexicon } from './lexicon.ts'
import type { FindLetters } from './lost-letters.ts'

/** A category of personal data. */
export interface Category {
  readonly id: string
  /** One datum of it, in words. */
  readonly one: string
  /** Many of them with their verb: `names are`. */
  readonly many: string
  /** Whether it falls under Art. 9 or 10. */
  readonly special: boolean
  /** Whether a record that holds it is about the person whose it is. */
  readonly describes: boolean
  /** The key of the fideslang taxonomy. */
  readonly fides: string
  readonly identifies: 'identifier' | 'quasi' | 'attribute'
}

/** What else a record can be, beside being about a person. */
export type Context =
  | 'person'
  | 'named'
  | 'linked'
  | 'address'
  | 'clinical'
  | 'request'
  | 'message'
  | 'device'
  | 'card'
  | 'order'
  | 'account'
  | 'naming'
  | 'contact-point'

/** A kind of personal data, as words name it. */
export interface Concept {
  readonly category: Category
  /** strong: the words alone say so; weak: only in one of its contexts. */
  readonly grade: 'strong' | 'weak'
  readonly contexts: readonly Context[]
  /** Whether it counts in its contexts only. */
  readonly only: boolean
  /** Whether a boolean carries it. */
  readonly flag: boolean
  /** Whether an unknown word before it makes it something else. */
  readonly bare: boolean
  readonly types: readonly FieldType['base'][]
  /** The only data subjects of whom it says something. */
  readonly of?: readonly string[]
  /** What its record is. */
  readonly proves?: Context
  /** A national identifier: its name and the country whose it is, where it is one country's. */
  readonly identifier?: { readonly name: string; readonly country: string }
}

/** A kind of people: a data subject of Art. 30. */
export interface Subject {
  readonly id: string
  readonly many: string
  /** The key of the fideslang taxonomy. */
  readonly fides: string
}

/** The words by which personal data, people and purposes are known. */
export interface Words {
  readonly categories: ReadonlyMap<string, Category>
  readonly concepts: Lexicon<Concept>
  readonly subjects: Lexicon<Subject>
  /** By what a record is: the words that its name ends in. */
  readonly contexts: ReadonlyMap<string, Lexicon<true>>
  /** Nouns for things. */
  readonly technical: Lexicon<true>
  /** Nouns for companies and places. */
  readonly organisations: Lexicon<true>
  /** Phrases that mean something else than the words for personal data in them. */
  readonly otherwise: Lexicon<true>
  /** Everyday words of a language. */
  readonly ordinary: Lexicon<true>
  readonly eitherWay: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly forms: ReadonlySet<string>
  readonly typeForms: ReadonlySet<string>
  readonly thingTypes: ReadonlySet<string>
  readonly neutral: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
  /** Words at the end of a name that make it something about the datum: `verified`, `template`. */
  readonly aspects: ReadonlySet<string>
  /** Units of measure, at the end of names: `session_length_ms`. */
  readonly units: ReadonlySet<string>
  /** Words that say that something is not there, in any language. */
  readonly negations: ReadonlySet<string>
  /** Words that make an identifier of the noun after them: `id_patient`. */
  readonly keysInFront: ReadonlySet<string>
  /** Words that make a pointer of the noun after them, and of it alone: `id_address`. */
  readonly pointers: ReadonlySet<string>
  /** Words before a datum that ask whether it is there, or how much of it: `has_email`, `max_age`. */
  readonly switches: ReadonlySet<string>
  /** Words that begin what is said more of a datum: `age_at_death`. */
  readonly adjuncts: ReadonlySet<string>
  /** What is said of goods: their price, their maker. */
  readonly goods: ReadonlySet<string>
  /** Words for the records that get a program into another. */
  readonly access: ReadonlySet<string>
  /** Words after which a name says how something is set. */
  readonly configuring: ReadonlySet<string>
  /** Words of the elements of forms and pages. */
  readonly layout: ReadonlySet<string>
  /** Pairs of words, of which the first means something else in a record that has the second as well: `minor` beside `major`. */
  readonly contrasts: readonly (readonly string[])[]
  /** Words of public ledgers, whose addresses and owners are keys. */
  readonly ledger: ReadonlySet<string>
  /** Nouns for animals, in the singular: what describes one describes nobody. */
  readonly animals: ReadonlySet<string>
  /** Nouns for a species: a record that says of which one it is may be of any living thing, or of a part of one. */
  readonly species: ReadonlySet<string>
  /** What is said of an entry, not of what it is about: `created_at`, `unit`. */
  readonly entries: ReadonlySet<string>
  /** Words for points in time. */
  readonly times: ReadonlySet<string>
  /** Words in the name of a record, by what they make of it: filters, settings, counts. */
  readonly manners: ReadonlyMap<string, ReadonlySet<string>>
  /** The languages whose everyday words are known, ISO 639-1. */
  readonly languages: readonly string[]
  /** Finds words in the parts of a name whose letters with accents were replaced. */
  readonly findLetters: FindLetters
}

/** What personal data is called whose category nobody names. */
export const unnamed: Category = {
  id: 'personal',
  one: 'personal data',
  many: 'personal data is',
  special: false,
  describes: false,
  fides: 'user',
  identifies: 'attribute',
}
