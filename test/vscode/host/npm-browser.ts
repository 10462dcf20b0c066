import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { npmPackage } from './cache.ts'

/** A browser that playwright can start. */
export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The headless Chromium of npm's `@sparticuz/chromium`, for a machine that has no browser. */
export async function npmBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `no Chrome, Chromium or Edge is installed, and npm brings one for linux-x64 only, not for ${process.platform}-${process.arch}`,
    )
  }
  const root = await npmPackage('@sparticuz/chromium@153.0.0', unpack)
  const executablePath = join(root, 'chromium')
  return { executablePath, args: ['--no-zygote'], env: { ...libraries(root, executablePath), ...fonts(root) } }
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`

/** Not the package's own `executablePath()`: that unpacks into the common temporary folder and trusts whatever lies there. */
async function unpack(root: string): Promise<void> {
  const packed = join(root, 'node_modules', '@sparticuz', 'chromium', 'bin')
  const tar = createRequire(join(packed, 'index.js'))('tar-fs') as { extract(folder: string): Writable }
  const open = (name: string, into: Writable): Promise<void> =>
    pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), into)
  await open('chromium.br', createWriteStream(join(root, 'chromium'), { mode: 0o755 }))
  // The software renderer belongs beside the program; the other two are used only where the system lacks them.
  await open('swiftshader.tar.br', tar.extract(root))
  await open('al2023.tar.br', tar.extract(join(root, 'libraries')))
  await open('fonts.tar.br', tar.extract(join(root, 'fonts')))
  await writeFile(join(root, 'fonts', 'here.conf'), fontConfiguration)
}

/** The NSS and expat libraries that the package brings, when the program does not start with the system's. */
function libraries(root: string, executablePath: string): Record<string, string> {
  const starts = spawnSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' }).status === 0
  return starts ? {} : { LD_LIBRARY_PATH: join(root, 'libraries', 'lib') }
}

/** The fonts that the package brings, where the system has no font configuration. */
function fonts(root: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(root, 'fonts', 'here.conf') }
}
