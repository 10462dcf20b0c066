import type { Knowledge } from '../knowledge/load.ts'
import type { Finding } from '../rules/finding.ts'
import { sectionOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import { toPage } from './to-lsp.ts'

const certainties: Readonly<Record<Finding['certainty'], string>> = {
  stated: 'It stands in the file.',
  derived: 'Joined from several places.',
  guessed: 'A guess by name: declare it if it is wrong.',
}

/** What the editor shows over a finding: why it matters, how it was read, what to do, how sure it is. Markdown. */
export function renderHover(finding: Finding, knowledge: Knowledge, rulePage: string | undefined): string {
  const rule = rules.find(({ code }) => code === finding.code)
  const law = finding.law.flatMap(id => knowledge.law.get(id) ?? [])
  const [why, todo] = rule ? [sectionOf(rule, 'Why it matters'), sectionOf(rule, 'What to do')] : ['', '']
  return [
    `**[${finding.code}](${toPage(finding, rulePage)})** ${escape(finding.message)}`,
    why,
    ...law.map(({ cite, url, says }) => `[${cite}](${url}): ${says}`),
    ...(finding.because.length > 0
      ? [`**How it was read**\n\n${finding.because.map(reason => `- ${reason}`).join('\n')}`]
      : []),
    ...(todo ? [`**What to do**\n\n${todo}`] : []),
    ...besides(finding),
    `**How sure**: ${certainties[finding.certainty]}`,
    ...(finding.sources.length > 0
      ? [`**Sources**\n\n${finding.sources.map(source => `- ${source}`).join('\n')}`]
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
      ? [`**Beside the quick fix**\n\n${escape(beside.says)}\n\n\`\`\`sh\n${beside.commands.join('\n')}\n\`\`\``]
      : [],
  )
