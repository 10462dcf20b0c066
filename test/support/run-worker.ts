import { parentPort } from 'node:worker_threads'
import { main } from '../../server/src/cli/main.ts'

/** Runs the command line for each message, which holds its arguments, and answers with what it wrote: in a thread of its own, so that a run that does not end can be ended. */
parentPort?.on('message', async (args: readonly string[]) => {
  let out = ''
  process.stdout.write = (text: string | Uint8Array): boolean => {
    out += String(text)
    return true
  }
  const status = await main(args)
  parentPort?.postMessage({ status, out })
})
