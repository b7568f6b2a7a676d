import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askAgain } from './ask-again.ts'

test('a first answer that was on its way when something changed is not the last word', async () => {
  const client = new QueryClient()
  const library = ['old']
  const answers: (() => void)[] = []
  const queryKey = ['library']
  /** Reads at once, and answers when the test says so. */
  const queryFn = () => {
    const read = [...library]
    return new Promise<string[]>((resolve) => void answers.push(() => resolve(read)))
  }
  const observer = new QueryObserver(client, { queryKey, queryFn })
  const stop = observer.subscribe(() => {})
  await expect.poll(() => answers.length).toBe(1)

  library.push('new')
  const asked = askAgain({
    cancel: () => client.cancelQueries({ queryKey }),
    invalidate: () => client.invalidateQueries({ queryKey }),
  })
  await expect.poll(() => answers.length).toBe(2)
  for (const answer of answers) answer()
  await asked
  expect(observer.getCurrentResult().data).toEqual(['old', 'new'])
  stop()
})
