import type { compatibility as english } from '../en/compatibility.ts'
import { capital } from '../capital.ts'
import type { Like } from '../message.ts'

/** KR802: changes of schemas that break those who use the version before. */
export const compatibility: Like<typeof english> = {
  KR802: {
    'field-without-default': ({ subject, direction }) =>
      direction === 'backward'
        ? `Le nouveau champ ${subject} n’a pas de valeur par défaut ; ${unread(direction)}`
        : `Le champ supprimé ${subject} n’avait pas de valeur par défaut ; ${unread(direction)}`,
    'type-changed': change => `${changed(change)} ; ${unread(change.direction)}`,
    'type-renamed': ({ was, now, direction }) =>
      `Le type ${was} est renommé en ${now} sans alias ; ${unread(direction)}`,
    'symbols-unknown': ({ subject, was, now, direction }) =>
      direction === 'backward'
        ? `L’énumération ${subject} perd ${was} et n’a pas de valeur par défaut ; ${unread(direction)}`
        : `L’énumération ${subject} gagne ${now}, et l’ancien schéma n’a pas de valeur par défaut pour cela ; ${unread(direction)}`,
    'size-changed': ({ subject, was, now, direction }) =>
      `${subject} passe de ${was} à ${now} octets ; ${unread(direction)}`,
    'meaning-changed': ({ subject, was, now }) =>
      `${capital(named(subject))} passe de ${was} à ${now} : les registres l’acceptent, et les anciens enregistrements sont lus avec une valeur fausse`,
    'branch-unknown': ({ subject, was, now, direction }) =>
      direction === 'backward'
        ? `${subject} n’accepte plus ${was} ; ${unread(direction)}`
        : `${subject} accepte maintenant ${now} ; ${unread(direction)}`,
    'message-removed': ({ subject, direction }) =>
      direction === 'backward'
        ? `Le message ${subject} est supprimé ; les consommateurs du nouveau schéma n’ont pas de type pour ses enregistrements existants`
        : `Le message ${subject} est nouveau ; les consommateurs de l’ancien schéma n’ont pas de type pour ses enregistrements`,
    'number-retyped': change =>
      `${changed(change)} sous le même numéro ; les mêmes octets sont lus comme une autre valeur, ou pas du tout`,
    'label-changed': change => `${changed(change)} ; ${of(change.direction)} peuvent être mal lus`,
    'required-field': ({ subject, direction }) =>
      `Le champ obligatoire ${subject} est ${direction === 'backward' ? 'nouveau' : 'supprimé'} ; ${unread(direction)}`,
    'required-removed': ({ subject, direction }) =>
      `Le champ obligatoire ${subject} est ${direction === 'backward' ? 'supprimé' : 'nouveau'} ; les registres n’acceptent aucun changement de champs obligatoires`,
    'number-freed': ({ subject, was }) =>
      `Le numéro ${was} du champ supprimé ${subject} n’est pas réservé ; réutilisé, il donne un autre sens aux anciens enregistrements`,
    'oneof-joined': ({ subject, was, now, direction }) =>
      `${subject} et d’autres champs ${direction === 'backward' ? `entrent dans oneof ${now}` : `quittent oneof ${was}`} ; si ${of(direction)} en contiennent plusieurs, un seul est lu`,
    'oneof-field-removed': ({ subject, was, now, direction }) =>
      `${subject} est ${direction === 'backward' ? `retiré de oneof ${was}` : `ajouté à oneof ${now}`} ; ${of(direction)} qui le contiennent sont lus comme si oneof n’était pas défini`,
    'property-required': ({ subject, direction }) =>
      `La propriété ${subject} ${direction === 'backward' ? 'devient' : 'n’est plus'} obligatoire, sans valeur par défaut ; ${unread(direction)}`,
    'property-into-open': ({ subject, direction }) =>
      direction === 'backward'
        ? `La nouvelle propriété ${subject} restreint ce que les anciens enregistrements peuvent contenir sous ce nom (modèle de contenu ouvert) ; ${unread(direction)}`
        : `Sans la propriété ${subject}, les nouveaux enregistrements peuvent contenir n’importe quoi sous ce nom (modèle de contenu ouvert) ; ${unread(direction)}`,
    'property-out-of-closed': ({ subject, direction }) =>
      direction === 'backward'
        ? `La propriété ${subject} est retirée d’un modèle de contenu fermé ; ${unread(direction)}`
        : `La propriété ${subject} est nouvelle, et l’ancien modèle de contenu est fermé ; ${unread(direction)}`,
    'content-closed': ({ subject, direction }) =>
      `${capital(named(subject))} ${direction === 'backward' ? 'n’admet plus' : 'admet maintenant'} d’autres propriétés ; ${unread(direction)}`,
    'limit-narrowed': ({ subject, was, now, direction }) =>
      `${capital(named(subject))} : ${direction === 'backward' ? `${now}${was === '' ? ' est nouveau' : ` au lieu de ${was}`}` : `${was}${now === '' ? ' est retiré' : ` devient ${now}`}`} ; ${unread(direction)}`,
    'values-narrowed': ({ subject, was, now, direction }) =>
      `${capital(named(subject))} prend d’autres valeurs (${[was, now].filter(Boolean).join(' → ')}) ; ${unread(direction)}`,
    'type-narrowed': change => `${changed(change)} ; ${unread(change.direction)}`,
    'alternatives-changed': ({ subject, direction }) =>
      `Les alternatives de ${subject || 'ce schéma'} changent ; ${unread(direction)}`,
  },
}

type Direction = 'backward' | 'forward'

/** What has no name is the schema itself. */
const named = (subject: string): string => subject || 'le schéma'

const changed = ({ subject, was, now }: { subject: string; was: string; now: string }): string =>
  `${capital(named(subject))} passe de ${was || 'rien'} à ${now || 'rien'}`

/** The records that a break concerns, and who reads them. */
const of = (direction: Direction): string =>
  direction === 'backward'
    ? 'les enregistrements existants'
    : 'les nouveaux enregistrements (chez les consommateurs de l’ancien schéma)'

/** What a break means for consumers. */
const unread = (direction: Direction): string =>
  direction === 'backward'
    ? 'les consommateurs du nouveau schéma ne peuvent pas lire les enregistrements existants'
    : 'les consommateurs de l’ancien schéma ne peuvent pas lire les nouveaux enregistrements'
