import { setMaxListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect } from '@humuus/client'
import type { HumuusViews } from '@humuus/workshop-engine'
import type { Options } from './args.ts'
import { gather } from './crowd.ts'
import { examine } from './examine.ts'
import { lead } from './facilitator.ts'
import { Ledger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import type { Production } from './production.ts'
import { openSession, type Stage } from './stage.ts'
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

  const production: Production = {
    options,
    stage,
    host: { client: facilitator, view: facilitator.watch({ sessionId, role: 'host' }) },
    screen: { client: projector, view: projector.watch({ sessionId, role: 'screen', screenKey }) },
    ledger: new Ledger(),
  }
  const signal = AbortSignal.timeout(longest(stage, options.participants))
  // Everybody listens to it.
  setMaxListeners(0, signal)
  await using crowd = gather({ ...production, answerMs, signal })
  await lead({
    ...production,
    answerMs,
    signal,
    everybodyIn: crowd.everybodyIn,
    onStep: announce(production, tell),
  })
  await crowd.finished
  if (options.ledger !== null) await writeFile(options.ledger, inLines(production.ledger))
  tell('Counting and comparing')
  return await examine(production, crowd, (performance.now() - began) / 1_000)
}

const inLines = ({ entries }: Ledger): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')

function announce({ host, screen }: Production, tell: (line: string) => void) {
  return ({ step, total }: HumuusViews['host']) => {
    tell(`Step ${step?.number} (${step?.position} of ${total}): ${step?.content.type}`)
    if (step?.number !== hostDropsAtStep) return
    host.client.drop()
    screen.client.drop()
  }
}
