import { access } from 'node:fs/promises'
import packaged from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Where a browser of the machine's own would be. */
const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing that asks the world outside for anything, and nothing that slows a hidden page down. */
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  // A microphone that hums, and that nobody has to be asked for: a browser without a window cannot ask.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** Starts the Chrome or Chromium found on this machine, else the one from npm (Linux). */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await found())
}

/** The same, with one device whose storage is kept in a folder: started again there, it is that device again. */
export async function launchProfile(folder: string, device: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await found()), ...device })
}

async function found(): Promise<{ executablePath: string; headless: true; args: string[] }> {
  for (const path of installed) {
    if (path !== undefined && (await exists(path))) {
      return { executablePath: path, headless: true, args: [...rootArgs(), ...quiet] }
    }
  }
  // In a single process all devices would share one storage, and so be one person.
  const args = packaged.args.filter((arg) => arg !== '--single-process')
  return { executablePath: await packaged.executablePath(), headless: true, args: [...args, ...quiet] }
}

/** Chrome's sandbox does not run as root, as in many containers. */
const rootArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
