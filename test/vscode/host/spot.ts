import { setTimeout as pause } from 'node:timers/promises'
import type { Frame, Page } from 'playwright-core'

/** A point of the page. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const patience = 10_000

/**
 * The middle of the first thing that a target names; waits for it to be seen. A target is a text, a CSS selector (it
 * starts with `.`, `#`, `[` or `css=`), or both: `.monaco-editor >> retention.ms` is the text inside an editor.
 */
export async function spotOf(page: Page, target: string): Promise<Spot> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    // Every frame, since a webview is a frame in a frame; one that goes away meanwhile has nothing to show.
    for (const frame of page.frames()) {
      const spot = await inFrame(page, frame, target).catch(() => undefined)
      if (spot !== undefined) return spot
    }
    await pause(100)
  }
  throw new Error(`not seen within ${patience / 1000} seconds: ${target}`)
}

async function inFrame(page: Page, frame: Frame, target: string): Promise<Spot | undefined> {
  const { selector, text } = partsOf(target)
  const scope = frame.locator(selector)
  const found = text === undefined ? scope : scope.getByText(text)
  const view = page.viewportSize() ?? { width: Infinity, height: Infinity }
  for (const one of await found.filter({ visible: true }).all()) {
    const box = await one.boundingBox({ timeout: 500 })
    if (box === null) continue
    const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    // VS Code keeps its texts for screen readers outside the window.
    if (spot.x > 0 && spot.y > 0 && spot.x < view.width && spot.y < view.height) return spot
  }
  return undefined
}

function partsOf(target: string): { selector: string; text?: string } {
  const [, within, text] = /^(.+?) >> (.+)$/s.exec(target) ?? []
  if (within !== undefined && text !== undefined) return { selector: within, text }
  return /^(css=|[.#[])/.test(target) ? { selector: target } : { selector: 'body', text: target }
}
