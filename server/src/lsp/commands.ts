import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { say } from '../words/message.ts'
import { drawFlow } from './data-flow.ts'
import type { DataFlowParams, RecordParams } from './protocol.ts'
import { writeRecord } from './record.ts'
import { scorecardText } from './scorecard.ts'
import type { Served } from './served.ts'

/** What editors without an extension of ours can ask for (`workspace/executeCommand`); each answers a text. */
const commands: Readonly<Record<string, (served: Served, given: never) => Promise<string>>> = {
  'kafka-review.record': async (served, given: Partial<RecordParams> | undefined) => {
    const { form = 'markdown', language = served.state.locale.id } = given ?? {}
    const written = await writeRecord(served, { form, language })
    // A workbook is no text.
    if (typeof written === 'string') return written
    throw new ResponseError(ErrorCodes.InvalidParams, served.tell(say('server.noForm', { form })))
  },
  'kafka-review.flow': async (served, given: (DataFlowParams & { readonly form?: 'svg' | 'mermaid' }) | undefined) =>
    (await drawFlow(served, given ?? null))[given?.form === 'svg' ? 'svg' : 'mermaid'],
  'kafka-review.scorecard': scorecardText,
}

/** What is announced of it. */
export const commandCapabilities = { executeCommandProvider: { commands: Object.keys(commands) } }

/** Serves what every editor can ask for. */
export function serveCommands(served: Served): void {
  const run = new Map(Object.entries(commands))
  served.connection.onExecuteCommand(
    async ({ command, arguments: [given] = [] }): Promise<string | undefined> =>
      run.get(command)?.(served, given as never),
  )
}
