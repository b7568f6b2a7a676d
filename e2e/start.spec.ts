import { expect, test } from 'vitest'
import { dataFolder, npmStart } from './system.ts'

test('npm start prints where to go, stops on Ctrl-C leaving nothing behind, and finds its data again', async () => {
  const data = await dataFolder()
  const first = await npmStart(data)
  expect(first.output()).toContain(first.url)
  const library = await fetch(`${first.url}/library`, { headers: { accept: 'text/html' } })
  expect(await library.text()).toContain('<div id="root">')
  expect(await first.stop()).toBe(0)
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow()

  await using second = await npmStart(data)
  expect(second.output()).not.toContain('Installing')
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
})
