import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Device as Account } from '@humuus/client'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

const pictures = fileURLToPath(new URL('screenshots/', import.meta.url))

export const sizes = {
  phone: { width: 390, height: 844 },
  console: { width: 1440, height: 900 },
  screen: { width: 1920, height: 1080 },
} as const

/** Begins what is said when a page wants what its Content-Security-Policy forbids. */
const violation = 'policy violated:'

/** One device with a browser of its own. What its pages complain about is collected, and what they were forbidden. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
  /** Keeps a picture of what it shows now. */
  picture(name: string): Promise<void>
  /** Keeps a picture of the whole page, however long it is. */
  wholePicture(name: string): Promise<void>
}

interface Looks {
  /** Whose device it is; without it, somebody new. */
  readonly account?: Account
  readonly locale?: 'en-GB' | 'de-DE'
  readonly colorScheme?: 'light' | 'dark'
}

/** A device that speaks English, by day, unless something else is said. */
export const deviceOptions = (
  kind: keyof typeof sizes,
  { locale = 'en-GB', colorScheme = 'light' }: Looks = {},
): BrowserContextOptions => ({
  viewport: sizes[kind],
  locale,
  colorScheme,
  reducedMotion: 'reduce',
  ...(kind === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
})

/** Opens a page on a new device. */
export async function openDevice(
  browser: Browser,
  kind: keyof typeof sizes,
  address: string,
  looks: Looks = {},
): Promise<Device> {
  const context = await browser.newContext(deviceOptions(kind, looks))
  const { account } = looks
  if (account)
    await context.addInitScript((kept) => {
      // Once: it may become somebody else later.
      if (localStorage.getItem('humuus.device') === null) localStorage.setItem('humuus.device', kept)
    }, JSON.stringify(account))
  return openTab(context, kind, address)
}

/** Opens one more page on a device. */
export async function openTab(context: BrowserContext, kind: keyof typeof sizes, address: string): Promise<Device> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.text().startsWith(violation)) complaints.push(message.text())
  })
  await page.addInitScript((sign) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.error(sign, effectiveDirective, blockedURI, sample),
    )
  }, violation)
  await page.goto(address)
  const shoot = async (name: string, fullPage: boolean) => {
    await mkdir(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}${name}-${kind}.png`, fullPage })
  }
  return {
    context,
    page,
    complaints,
    picture: (name) => shoot(name, false),
    wholePicture: (name) => shoot(name, true),
  }
}

/** Joins by typing the code on the start page, as people do. */
export async function joinByCode(device: Device, code: string, name: string): Promise<void> {
  const { page } = device
  await page.getByRole('textbox', { name: /code/i }).fill(code)
  await enterName(device, name)
}

/** The name page: another name than the suggested one. */
export async function enterName({ page }: Device, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name here' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByText('You are in.').waitFor()
}
