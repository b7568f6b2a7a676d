import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** Where a browser of the machine's own would be. */
const installed = [process.env.CHROME_PATH, '/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** The Chrome or Chromium of this machine, else the one from npm (Linux). */
export async function launchBrowser(): Promise<Browser> {
  const own = installed.find((path) => path !== undefined && existsSync(path))
  // Chrome's sandbox does not run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (own !== undefined) return chromium.launch({ executablePath: own, args: asRoot })
  // In a single process the browser ends with the first page that is closed.
  const args = packaged.args.filter((arg) => arg !== '--single-process')
  return chromium.launch({ executablePath: await packaged.executablePath(), args })
}
