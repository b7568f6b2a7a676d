import { expect, test } from 'vitest'

const [readme = ''] = Object.values(
  import.meta.glob(['../../README.md'], { query: '?raw', import: 'default', eager: true }),
)
const [example = ''] = Object.values(
  import.meta.glob(['./readme-example.test.ts'], { query: '?raw', import: 'default', eager: true }),
)

test('X-1 the example of the README is a test that runs, letter by letter', () => {
  const block = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]
  expect(block).toBe(example)
})
