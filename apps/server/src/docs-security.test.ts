import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limitRules } from './identity/limit-rules.ts'

const page = new URL('../../../docs/security.md', import.meta.url)
const text = readFileSync(page, 'utf8')
const rows = text.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line))

/** Links of the page, each with the titles of tests that stand behind it. */
const links = [...text.matchAll(/\]\(([^)#]+)\)((?:(?!\]\()[^|\n])*)/g)].map(([, path = '', behind = '']) => ({
  file: new URL(path, page),
  titles: [...behind.matchAll(/“([^”]+)”/g)].map(([, title]) => title ?? ''),
}))

test('every file that the page on security names is there', () => {
  const missing = links
    .filter(({ file }) => file.protocol === 'file:' && !existsSync(file))
    .map(({ file }) => file.pathname)
  expect(missing).toEqual([])
  expect(links.length).toBeGreaterThan(100)
})

test('every test that it quotes is in its file', () => {
  const quoted = links.flatMap(({ file, titles }) => titles.map((title) => ({ file, title })))
  const missing = quoted.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title))
  expect(missing.map(({ file, title }) => `${title} (${file.pathname})`)).toEqual([])
  expect(quoted.length).toBe([...text.matchAll(/“/g)].length)
})

test('no requirement is met without something that answers it, and none is left open without a word', () => {
  for (const row of rows) {
    const [, , , answer = '', state = ''] = row.split('|').map((cell) => cell.trim())
    expect(state, row).toMatch(/^(yes|operator|(partly|not applicable): .+)$/)
    if (state === 'yes') expect(answer.length, row).toBeGreaterThan(10)
  }
})

test('it counts right', () => {
  const counts = { yes: 0, partly: 0, 'not applicable': 0, operator: 0 }
  for (const row of rows) {
    const [, numbers = '', , , state = ''] = row.split('|').map((cell) => cell.trim())
    counts[state.split(':')[0] as keyof typeof counts] += size(numbers)
  }
  const { yes, partly, operator } = counts
  expect(text).toContain(
    `${yes} yes, ${partly} partly, ${counts['not applicable']} not applicable, ${operator} operator`,
  )
})

test('the time that a guess at a code takes is told for the brakes as they are', () => {
  const { wrongCodesByAddress: one, wrongCodesByAll: all } = limitRules
  expect(text).toContain(
    `| ${one.points} in ${one.seconds / 60} min by address, ${all.points.toLocaleString('en')} by all `,
  )
  const perDay = (rule: { points: number; seconds: number }) => (rule.points / rule.seconds) * 86_400
  expect(text).toContain(`${perDay(one).toLocaleString('en')} a day`)
  for (const codes of [1, 10, 100]) {
    const tries = Math.floor(1_000_001 / (codes + 1))
    expect(text).toContain(`| ${tries.toLocaleString('en')} `)
    const days = tries / perDay(one)
    expect(text).toContain(
      days > 20 ? `${Math.round(days)} days` : days > 2 ? `${days.toFixed(1)} days` : `${(days * 24).toFixed(1)} hours`,
    )
  }
})

/** How many requirements `1.2.6–1.2.8` are. The one range over several sections is WebRTC, of which seven belong to levels 1 and 2. */
function size(numbers: string): number {
  const [first = '', last] = numbers.split('–')
  if (last === undefined) return 1
  const [a = [], b = []] = [first, last].map((one) => one.split('.').map(Number))
  return a[1] === b[1] ? (b[2] ?? 0) - (a[2] ?? 0) + 1 : 7
}
