import { answer } from '../commands.ts'
import { Deviation, same, shows } from '../deviation.ts'
import { oneQuiz } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { openStage, type Person } from '../stage.ts'

const answerSeconds = 8

/** A timer may be late by the outage, and by a little more. */
const slackMs = 8_000

export const c11: Scenario = {
  id: 'C11',
  title: 'Killed in mid-question, it goes on: the deadline is kept and no answer is missing',
  why: 'Elsewhere, when the server restarted, the session was gone, and the timers with it.',
  needs: ['a restart'],
  run: async (system) => {
    const { restart } = system
    if (restart === null) throw new Error('this scenario needs a restart')
    await using stage = await openStage(system, oneQuiz(answerSeconds))
    const names = ['Ann', 'Ben', 'Cem', 'Dora']
    const people = await Promise.all(names.map((name) => stage.person(name)))
    await stage.does({ type: 'start' })
    const before = await shows(stage.console, 'the question', ({ shared }) => shared.step?.phase === 'open')
    const deadline = before.shared.step?.deadline ?? 0

    // Some go on answering through the outage, until the step is closed; one gives an answer just before it, and no more.
    const [last, ...restless] = people
    const crowd = Promise.all(restless.map((person) => answersUntilClosed(person)))
    // Heard below, unless something else is wrong before.
    crowd.catch(() => undefined)
    await shows(stage.console, 'answers before the kill', ({ shared }) => shared.done === restless.length)
    await last?.does(answer('sum', 1))
    await restart()
    const restartedAt = Date.now()
    const after = await shows(stage.console, 'the question after the kill', () => true)
    if (after.shared.step?.phase === 'open') same('the deadline after the kill', after.shared.step.deadline, deadline)

    const late = Math.max(deadline, restartedAt) - Date.now() + slackMs
    await shows(stage.console, 'the step to close by itself', ({ shared }) => shared.step?.phase !== 'open', late)
    const outcomes = await crowd
    for (const { name, acknowledged } of outcomes)
      if (acknowledged === null) throw new Deviation(`${name}'s answers`, 'at least one to be taken', 'none')
    const expected = outcomes.map(({ name, acknowledged }) => [name, [acknowledged === 1 ? '2' : '3']])
    await stage.reports('sum', { Ann: ['2'], ...Object.fromEntries(expected) })
  },
}

/** Changes the mind until it is told that the step is closed; resolves to the last choice that was acknowledged. */
async function answersUntilClosed(person: Person): Promise<{ name: string; acknowledged: number | null }> {
  let acknowledged: number | null = null
  for (let choice = 0; ; choice = 1 - choice) {
    const result = await person.send(answer('sum', choice), { withinMs: 40_000 })
    if (!result.ok && result.rejection.code === 'step_closed') return { name: person.name, acknowledged }
    if (!result.ok) throw new Deviation(`the answer to ${person.name}'s answer`, 'taken', result.rejection.code)
    acknowledged = choice
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
