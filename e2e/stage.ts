import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Gate, openGate } from './gate.ts'
import { dataFolder, npmStart, type System } from './system.ts'

/** A system as `npm start` makes it, and a browser, for all tests of a file. */
export interface Stage {
  readonly system: System
  readonly browser: Browser
}

/** The same, and a gate before the system: open whenever a test begins. */
interface GatedStage extends Stage {
  readonly gate: Gate
}

type Env = Record<string, string>

/** Call it once, at the top of a file: there is something in it as soon as the first test begins. */
export function openStage(env: () => Env = () => ({})): Stage {
  let system: System
  let browser: Browser
  beforeAll(async () => {
    system = await npmStart(await dataFolder(), env())
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

export function openGatedStage(env?: () => Env): GatedStage {
  const stage = openStage(env)
  let gate: Gate
  beforeAll(async () => {
    gate = await openGate(stage.system.url)
  })
  afterEach(() => gate.turn('open'))
  afterAll(() => gate?.[Symbol.asyncDispose]())
  return {
    get system() {
      return stage.system
    },
    get browser() {
      return stage.browser
    },
    get gate() {
      return gate
    },
  }
}
