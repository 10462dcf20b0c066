import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isData, toModule } from './data.ts'

// Preloaded where the sources run unbundled (tests, tools): data files are modules there too.
registerHooks({
  load(url, context, next) {
    if (url.endsWith('.wasm'))
      return {
        format: 'module',
        shortCircuit: true,
        source: `import { readFileSync } from 'node:fs'\nexport default readFileSync(${JSON.stringify(fileURLToPath(url))})\n`,
      }
    if (!url.startsWith('file:') || !isData(url)) return next(url, context)
    const path = fileURLToPath(url)
    return { format: 'module', shortCircuit: true, source: toModule(path, readFileSync(path, 'utf8')) }
  },
})
