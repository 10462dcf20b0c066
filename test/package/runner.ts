import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Step {
  readonly id?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
}

/** What a run of a composite action came to. */
export interface ActionRun {
  readonly status: number
  /** By step: `diff.outputs.file`. */
  readonly outputs: ReadonlyMap<string, string>
  /** The calls of `gh`, a line each. */
  readonly called: string
  readonly log: string
}

/** What an action is run with. */
export interface ActionCall {
  /** The folder of the repository that it runs in; the runner's own files lie beside it. */
  readonly root: string
  readonly event: 'pull_request' | 'push'
  readonly inputs: Readonly<Record<string, string>>
  /** Folders of programs that are found first. */
  readonly path: readonly string[]
}

/** Runs the scripts of an action as the runner of GitHub does: expressions are filled in, outputs and the path are handed on. Other actions are not run, and `gh` only notes what it is told. */
export function runAction(file: string, { root, event, inputs, path }: ActionCall): ActionRun {
  const action = parse(readFileSync(file, 'utf8')) as {
    inputs: Record<string, { default?: string }>
    runs: { steps: Step[] }
  }
  const temporary = join(root, '..', 'runner')
  rmSync(temporary, { recursive: true, force: true })
  const tools = join(temporary, 'tools')
  mkdirSync(tools, { recursive: true })
  writeFileSync(join(tools, 'gh'), `#!/bin/sh\necho "gh $*" >> "${join(temporary, 'called')}"\n`)
  chmodSync(join(tools, 'gh'), 0o755)
  for (const name of ['called', 'output', 'path', 'summary']) writeFileSync(join(temporary, name), '')
  const outputs = new Map<string, string>()
  const defaults = Object.entries(action.inputs).map(([name, { default: text = '' }]) => [name, text] as const)
  const known = new Map([
    ...[...defaults, ...Object.entries(inputs)].map(([name, text]) => [`inputs.${name}`, text] as const),
    ['github.event_name', event],
    ['github.event.pull_request.number', '7'],
    ['github.token', 'token'],
  ])
  const read = (expression: string): string =>
    known.get(expression.trim()) ?? outputs.get(expression.trim().replace(/^steps\./, '')) ?? ''
  let [status, log] = [0, '']
  for (const { id, if: condition, run, env = {} } of action.runs.steps) {
    if (run === undefined || !holds(condition, read) || status !== 0) continue
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        LC_ALL: 'C',
        PATH: [tools, readFileSync(join(temporary, 'path'), 'utf8').trim(), ...path, process.env.PATH].join(':'),
        RUNNER_TEMP: temporary,
        GITHUB_PATH: join(temporary, 'path'),
        GITHUB_OUTPUT: join(temporary, 'output'),
        GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
        GITHUB_BASE_REF: event === 'pull_request' ? 'main' : '',
        GITHUB_REPOSITORY: 'example/shop',
        ...Object.fromEntries(Object.entries(env).map(([key, text]) => [key, filled(text, read)])),
      },
    })
    log += done.stdout + done.stderr
    status = done.status ?? 1
    for (const [, key, value = ''] of readFileSync(join(temporary, 'output'), 'utf8').matchAll(/^(\w+)=(.*)$/gm))
      outputs.set(`${id}.outputs.${key}`, value)
    writeFileSync(join(temporary, 'output'), '')
  }
  return { status, outputs, called: readFileSync(join(temporary, 'called'), 'utf8'), log }
}

type ValueOf = (expression: string) => string

const filled = (text: string, read: ValueOf): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => read(expression))

/** Comparisons with a text, joined by `&&`: the only conditions that the action has. */
const holds = (condition: string | undefined, read: ValueOf): boolean =>
  (condition?.split('&&') ?? []).every(part => {
    const [, left = '', operator, right] = /^\s*(\S+)\s*(==|!=)\s*'([^']*)'\s*$/.exec(part) ?? []
    if (operator === undefined) throw new Error(`no such condition: ${part}`)
    return (read(left) === right) === (operator === '==')
  })
