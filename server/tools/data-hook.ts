import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isData, isPrepared, toModule } from './data.ts'

/** The module that a `.prepared.ts` file is where it runs unbundled: it prepares once a process. */
function toRemembering(url: string, source: string): string {
  const names = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)
  return [
    `import * as prepare from ${JSON.stringify(`${url}?live`)}`,
    ...names.map(name => `let ${name}Data\nexport const ${name} = () => (${name}Data ??= prepare.${name}())`),
  ].join('\n')
}

// Preloaded where the sources run unbundled (tests, tools): data files are modules there too.
registerHooks({
  load(url, context, next) {
    if (url.endsWith('.wasm'))
      return {
        format: 'module',
        shortCircuit: true,
        source: `import { readFileSync } from 'node:fs'\nexport default readFileSync(${JSON.stringify(fileURLToPath(url))})\n`,
      }
    if (isPrepared(url))
      return {
        format: 'module',
        shortCircuit: true,
        source: toRemembering(url, readFileSync(fileURLToPath(url), 'utf8')),
      }
    if (!url.startsWith('file:') || !isData(url)) return next(url, context)
    const path = fileURLToPath(url)
    return { format: 'module', shortCircuit: true, source: toModule(path, readFileSync(path, 'utf8')) }
  },
})
