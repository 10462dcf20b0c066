import bg from './words/bg.yaml'
import cs from './words/cs.yaml'
import da from './words/da.yaml'
import de from './words/de.yaml'
import el from './words/el.yaml'
import en from './words/en.yaml'
import es from './words/es.yaml'
import et from './words/et.yaml'
import fi from './words/fi.yaml'
import fr from './words/fr.yaml'
import ga from './words/ga.yaml'
import hr from './words/hr.yaml'
import hu from './words/hu.yaml'
import isl from './words/is.yaml'
import it from './words/it.yaml'
import lt from './words/lt.yaml'
import lv from './words/lv.yaml'
import mt from './words/mt.yaml'
import nl from './words/nl.yaml'
import nor from './words/no.yaml'
import pl from './words/pl.yaml'
import pt from './words/pt.yaml'
import ro from './words/ro.yaml'
import sk from './words/sk.yaml'
import sl from './words/sl.yaml'
import sv from './words/sv.yaml'
import tr from './words/tr.yaml'
import uk from './words/uk.yaml'

/** The words of one language: by concept, by kind of people, by kind of record. */
export interface LanguageWords {
  /** ISO 639-1. */
  readonly language: string
  readonly concepts?: Readonly<Record<string, readonly string[]>>
  /** Words that mean something else in other languages. */
  readonly gated?: Readonly<Record<string, readonly string[]>>
  readonly subjects?: Readonly<Record<string, readonly string[]>>
  readonly contexts?: Readonly<Record<string, readonly string[]>>
  /** Everyday words, by which files of the language are known. */
  readonly ordinary?: readonly string[]
}

/** The words of all languages. */
export const languageWords: readonly LanguageWords[] = [
  en,
  bg,
  cs,
  da,
  de,
  el,
  es,
  et,
  fi,
  fr,
  ga,
  hr,
  hu,
  isl,
  it,
  lt,
  lv,
  mt,
  nl,
  nor,
  pl,
  pt,
  ro,
  sk,
  sl,
  sv,
  tr,
  uk,
].map(words => words() as LanguageWords)
