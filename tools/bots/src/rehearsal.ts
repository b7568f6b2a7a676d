import { setMaxListeners } from 'node:events'
import { connect } from '@humuus/client'
import { isOver } from '@humuus/workshop-engine'
import type { Options } from './args.ts'
import { compareAll } from './compare-all.ts'
import { type Crowd, gather } from './crowd.ts'
import { lead } from './facilitator.ts'
import { Ledger } from './ledger.ts'
import { commandsOf, faultsOf, latencyOf, type Outcome, type People } from './outcome.ts'
import { recount } from './recount.ts'
import { serverClock } from './server-clock.ts'
import { openSession, type Stage } from './stage.ts'
import { tally } from './tally.ts'
import { readWorkshopFile } from './workshop-file.ts'

/** Ms within which bots answer a question. */
const answerMs = 2_000

/** At this step facilitator and screen lose their connection. */
const hostDropsAtStep = 2

/** A workshop that takes longer than this many ms does not get to its end. */
const longest = ({ plan }: Stage, people: number): number => 60_000 + 20_000 * plan.nodes.length + 100 * people

/** Plays a workshop to its end with a facilitator, a screen and as many people as wished, and checks what came of it. */
export async function rehearse(options: Options, tell: (line: string) => void): Promise<Outcome> {
  const file = options.workshop === null ? null : { content: await readWorkshopFile(options.workshop) }
  const began = performance.now()
  await using facilitator = await connect({ url: options.url, withinMs: 3_000 })
  await using projector = await connect({ url: options.url })
  const stage = await openSession(facilitator, file)
  const { sessionId, code, screenKey, plan } = stage
  tell(`"${plan.title}" with ${options.participants} people and seed ${options.seed}, code ${code}`)

  const host = facilitator.watch({ sessionId, role: 'host' })
  const screen = projector.watch({ sessionId, role: 'screen', screenKey })
  const ledger = new Ledger()
  const now = await serverClock(facilitator)
  const signal = AbortSignal.timeout(longest(stage, options.participants))
  // Everybody listens to it.
  setMaxListeners(0, signal)
  const casting = { server: { url: options.url }, sessionId, seed: options.seed, ledger, now, answerMs }
  const crowd = gather({ ...casting, count: options.participants, host, signal })
  try {
    const { everybodyIn } = crowd
    const onStep: Parameters<typeof lead>[0]['onStep'] = ({ step, total }) => {
      tell(`Step ${step?.number} (${step?.position} of ${total}): ${step?.content.type}`)
      if (step?.number !== hostDropsAtStep) return
      host.drop()
      screen.drop()
    }
    await lead({ client: facilitator, sessionId, view: host, ledger, now, answerMs, everybodyIn, onStep, signal })
    await crowd.finished
    tell('Counting and comparing')

    const report = await facilitator.trpc.sessions.report.query({ sessionId })
    const names = new Map(report.people.map(({ id, name }) => [id, name]))
    const due = recount(plan, ledger.entries, (id) => names.get(id) ?? '')
    const views = await compareAll(
      stage,
      crowd,
      { client: facilitator, view: host },
      { client: projector, view: screen },
    )
    const found = {
      title: plan.title,
      code,
      seed: options.seed,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      isOver: host.state !== null && isOver(host.state.shared.phase),
      people: peopleOf(options.participants, crowd),
      commands: commandsOf(ledger.entries),
      answers: tally(due, report),
      views,
      latency: latencyOf(ledger.entries),
    }
    return { ...found, faults: faultsOf(found) }
  } finally {
    await Promise.all(crowd.people.map((person) => person.client.close()))
  }
}

function peopleOf(wished: number, { people }: Crowd): People {
  const joined = people.filter(({ view }) => view !== null)
  return {
    wished,
    joined: joined.length,
    late: joined.filter(({ mishaps }) => mishaps.arrivesAtStep > 0).length,
    drops: people.reduce((sum, { drops }) => sum + drops, 0),
  }
}
