import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { dataFolder, npmStart, type System } from './system.ts'

/** A system as `npm start` makes it, and a browser, for all tests of a file. */
export interface Stage {
  readonly system: System
  readonly browser: Browser
}

/** Call it once, at the top of a file: there is something in it as soon as the first test begins. */
export function openStage(): Stage {
  let system: System
  let browser: Browser
  beforeAll(async () => {
    system = await npmStart(await dataFolder())
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await system?.[Symbol.asyncDispose]()
  })
  return {
    get system() {
      return system
    },
    get browser() {
      return browser
    },
  }
}
