import { defineRule } from '../rule.ts'
import { placeReasons, placeWords } from './place-words.ts'
import page from './provider-under-foreign-law.md'

/** Destinations inside the EEA whose owner foreign law reaches. */
export const providerUnderForeignLaw = defineRule({
  code: 'KR405',
  name: 'provider-under-foreign-law',
  family: 'foreign-law',
  level: 'information',
  law: ['cloud-act', 'gdpr-48', 'gdpr-28'],
  page,
  visits: ['connector', 'flow'],
  messages: {
    reached: '{who} "{name}" sends to {place}: run by {owner}, which United States law reaches',
    possible: '{who} "{name}" sends to {place}: run by {owner}, which United States law may reach',
  },
  check(entity, { assess, report }) {
    const destination = assess.destination(entity)
    const provider = destination?.provider
    if (!destination || destination.status !== 'eea' || !provider || provider.cloudAct === 'none-known') return
    const reached = provider.cloudAct === 'yes'
    report(reached ? 'reached' : 'possible', {
      at: destination.at,
      data: { ...placeWords(destination), owner: provider.short },
      level: reached && assess.knowledge.verifiedOwners.has(provider.owner) ? 'information' : 'hint',
      certainty: destination.certainty,
      because: [...placeReasons(destination), `${provider.name} belongs to ${provider.owner}`],
      facts: { provider: provider.id, home: provider.home },
      group: provider.owner,
    })
  },
})
