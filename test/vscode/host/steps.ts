import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { spotOf } from './spot.ts'

/** One thing that only a user can do. `hover` and `click` take a CSS selector or a text that can be seen. */
export type Step =
  | { readonly press: string }
  | { readonly type: string }
  | { readonly hover: string }
  | { readonly click: string }
  | { readonly wait: number }

/** Reads steps from the JSON that a suite wrote. */
export function readSteps(text: string): readonly Step[] {
  return JSON.parse(text) as Step[]
}

/** Does the steps one after the other. */
export async function perform(page: Page, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('press' in step) await page.keyboard.press(step.press)
    else if ('type' in step) await page.keyboard.type(step.type)
    else if ('wait' in step) await pause(step.wait)
    else await point(page, step)
  }
}

async function point(page: Page, step: { readonly hover: string } | { readonly click: string }): Promise<void> {
  const { x, y } = await spotOf(page, 'hover' in step ? step.hover : step.click)
  // In steps, as a hand moves: an editor ignores a pointer that was never seen to come nearer.
  await page.mouse.move(x, y, { steps: 5 })
  if ('click' in step) await page.mouse.click(x, y)
}
