import { answer } from '../commands.ts'
import { same, shows } from '../deviation.ts'
import { oneQuiz } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { openStage, ownChoice } from '../stage.ts'

export const c06: Scenario = {
  id: 'C6',
  title: 'Identity is the person, never the socket',
  why: 'Elsewhere, an answer whose socket reconnected during the same question was kept as nothing, with 0 points.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, oneQuiz(600))
    const [ann, ben] = [await stage.person('Ann'), await stage.person('Ben')]
    await stage.does({ type: 'start' })
    await ann.does(answer('sum', 1))
    await ben.does(answer('sum', 0))
    // Ann's connection breaks; Ben loads the page again, at another server where there is one.
    ann.client.drop()
    await ann.does(answer('sum', 1))
    ben.view.close()
    await ben.client.close()
    const again = await stage.stranger({ device: ben.client.device, at: system.also ?? system.url })
    same('who Ben is after a reload', again.userId, ben.client.userId)
    const bens = again.watch({ sessionId: stage.sessionId, role: 'participant' })
    await shows(bens, "Ben's own answer after a reload", (seen) => ownChoice(seen)?.join() === '0')
    await stage.does({ type: 'close', nodeId: 'sum' })
    await stage.does({ type: 'reveal', nodeId: 'sum' })

    const revealed = { Ann: ann.view, Ben: bens }
    const right = { Ann: true, Ben: false }
    for (const [name, view] of Object.entries(revealed)) {
      const { own } = await shows(view, `the solution on ${name}'s phone`, ({ shared }) => {
        return shared.step?.phase === 'revealed'
      })
      const expected = right[name as keyof typeof right]
      same(`whether ${name}'s answer is right`, own?.step?.type === 'quiz' && own.step.right, expected)
      same(`whether ${name} has points`, (own?.points ?? 0) > 0, expected)
    }
    await stage.reports('sum', { Ann: ['2'], Ben: ['3'] })
  },
}
