import type { Knowledge } from '../knowledge/load.ts'
import type { Finding } from '../rules/finding.ts'
import { sectionOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import { say, word } from '../words/message.ts'
import { toPage } from './to-lsp.ts'

/** What the editor shows over a finding: why it matters, how it was read, what to do, how sure it is. Markdown. */
export function renderHover(finding: Finding, knowledge: Knowledge, rulePage: string | undefined): string {
  const rule = rules.find(({ code }) => code === finding.code)
  const law = finding.law.flatMap(id => knowledge.law.get(id) ?? [])
  const [why, todo] = rule ? [sectionOf(rule, 'Why it matters'), sectionOf(rule, 'What to do')] : ['', '']
  return [
    `**[${finding.code}](${toPage(finding, rulePage)})** ${escape(word(finding.message))}`,
    why,
    ...law.map(({ cite, url, says }) => `[${cite}](${url}): ${says}`),
    ...(finding.because.length > 0
      ? [`**${word(say('hover.howRead'))}**\n\n${finding.because.map(reason => `- ${word(reason)}`).join('\n')}`]
      : []),
    ...(todo ? [`**${word(say('hover.whatToDo'))}**\n\n${todo}`] : []),
    ...besides(finding),
    `**${word(say('hover.howSure'))}**: ${word(say(`hover.${finding.certainty}`))}`,
    ...(finding.sources.length > 0
      ? [`**${word(say('hover.sources'))}**\n\n${finding.sources.map(source => `- ${source}`).join('\n')}`]
      : []),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

const escape = (text: string): string => text.replace(/[\\*_`[\]<>]/g, character => `\\${character}`)

/** What the quick fixes leave to do beside them. */
const besides = ({ fixes }: Finding): string[] =>
  fixes.flatMap(({ beside }) =>
    beside
      ? [
          `**${word(say('hover.beside'))}**\n\n${escape(word(beside.says))}\n\n\`\`\`sh\n${beside.commands.join('\n')}\n\`\`\``,
        ]
      : [],
  )
