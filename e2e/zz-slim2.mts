import { launchBrowser } from './browser.ts'

setTimeout(() => process.exit(2), 40000)
const url = 'http://127.0.0.1:4817'
const b = await launchBrowser()
const h = await (await b.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })).newPage()
h.setDefaultTimeout(9000)
await h.goto(url + '/library')
await h.getByRole('button', { name: /Ground rules/ }).click()
await h.getByRole('textbox', { name: 'Your name' }).fill('Hal')
await h.getByRole('button', { name: 'Open the session' }).click()
await h.waitForURL(/\/host\//)
const code = (
  await h
    .getByText(/\d{3}\s\d{3}/)
    .first()
    .innerText()
)
  .match(/\d{3}\s\d{3}/)[0]
  .replace(/\D/g, '')
for (const locale of ['en-GB', 'de-DE']) {
  const c = await b.newContext({ locale })
  const p = await c.newPage()
  p.on('pageerror', (e) => console.log('PAGEERROR', e.stack))
  p.on('console', (m) => console.log(m.type(), m.text()))
  p.on(
    'response',
    (r) =>
      r.url().includes('trpc') &&
      r
        .text()
        .then((t) => console.log(r.status(), r.url().slice(0, 120), t.slice(0, 160)))
        .catch(() => 0),
  )
  await p.goto(`${url}/s/${code}`)
  await p.waitForTimeout(3000)
  console.log(locale, JSON.stringify((await p.locator('body').innerText()).slice(0, 200)))
  await p.screenshot({ path: `/tmp/slimcheck/door-${locale}.png` })
}
await b.close()
