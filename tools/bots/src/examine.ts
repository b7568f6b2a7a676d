import { isOver } from '@humuus/workshop-engine'
import { recountActs, tally } from '@humuus/workshop-engine/testing'
import { acceptedActs } from './accepted-acts.ts'
import { compareAll } from './compare-all.ts'
import type { Crowd } from './crowd.ts'
import { commandsOf, faultsOf, latencyOf, type Outcome, type People } from './outcome.ts'
import type { Production } from './production.ts'

/** Checks, when the workshop is over, what was counted and what everybody sees. */
export async function examine(production: Production, crowd: Crowd, seconds: number): Promise<Outcome> {
  const { options, stage, host, ledger } = production
  const report = await host.client.trpc.sessions.report.query({ sessionId: stage.sessionId })
  const names = new Map(report.people.map(({ id, name }) => [id, name]))
  const due = recountActs(stage.plan, acceptedActs(ledger.entries), (id) => names.get(id) ?? '')
  const found = {
    title: stage.plan.title,
    code: stage.code,
    seed: options.seed,
    seconds: Math.round(seconds * 10) / 10,
    isOver: host.view.state !== null && isOver(host.view.state.shared.phase),
    people: peopleOf(options.participants, crowd),
    commands: commandsOf(ledger.entries),
    answers: tally(due, report),
    views: await compareAll(production, crowd),
    latency: latencyOf(ledger.entries),
  }
  return { ...found, faults: faultsOf(found) }
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
