import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { onlooker } from './onlooker.ts'

/** As Lighthouse has it: a phone of the lower middle on a bad day. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
export const slowdown = 4

interface Tab {
  readonly context: BrowserContext
  readonly page: Page
}

/** A phone with nothing in its cache, `slowdown` times slower than this machine, on slow 4G where `slowNetwork` says so. */
export async function openPhone(
  browser: Browser,
  { slowNetwork }: { readonly slowNetwork: boolean },
): Promise<Tab & { readonly received: () => number }> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, isMobile: true, hasTouch: true, locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(onlooker)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (slowNetwork) await devtools.send('Network.emulateNetworkConditions', slow4g)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { context, page, received: bytesOf(devtools) }
}

/** The projector of a hall, at a computer that is as fast as this machine. */
export async function openScreen(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1_920, height: 1_080 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(onlooker)
  return { context, page }
}

/** Counts what comes over the network from now on, headers included. */
function bytesOf(devtools: CDPSession): () => number {
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes
}
