import { randomUUID } from 'node:crypto'
import type { BenchDatabase } from '../humuus/database.ts'
import type { Contender, Seat } from '../load/contender.ts'
import { each, openLine } from '../load/crowd.ts'
import { ownProgram } from '../program/node-program.ts'
import { Subject } from '../program/subject.ts'
import { colyseusSpeech } from '../wire/colyseus-speech.ts'
import type { Line } from '../wire/line.ts'
import { plainSpeech } from '../wire/plain-speech.ts'
import { socketIoSpeech } from '../wire/socket-io-speech.ts'
import type { Speech } from '../wire/speech.ts'
import { trpcSpeech } from '../wire/trpc-speech.ts'
import type { StoreName } from './store.ts'

const rivals = {
  trpc: trpcSpeech,
  'ws-send': plainSpeech,
  'ws-frame': plainSpeech,
  'socket-io': socketIoSpeech,
  colyseus: colyseusSpeech,
} as const satisfies Record<string, Speech>
export type RivalName = keyof typeof rivals

interface RivalOptions {
  readonly store?: StoreName
  readonly database?: BenchDatabase
  /** Bytes of text in an update. */
  readonly updateBytes?: number
  readonly profile?: string | undefined
}

/** Requests have numbers of their own, above that of a subscription. */
const firstRequest = 2

/** Another server, started as its file in this folder has it. */
export async function rival(name: RivalName, options: RivalOptions = {}): Promise<Contender> {
  const speech: Speech = rivals[name]
  const { store = 'memory', database, updateBytes = 200, profile } = options
  const sessionId = database === undefined ? '' : await database.emptySession()
  const subject = await Subject.start({
    program: ownProgram(`rivals/${name}`),
    env: {
      STORE: store,
      SESSION_ID: sessionId,
      UPDATE_BYTES: String(updateBytes),
      ...(database !== undefined && { DATABASE_URL: database.url }),
    },
    profile,
  })
  const lines: Line[] = []
  let published = 0

  /** What is sent to whoever comes is how things are now; Colyseus counts from there. */
  const come = async (index: number, since: number | null) => {
    const line = await openLine(subject.url, subject.port, speech, index)
    speech.enter(line, since)
    await line.until(name === 'colyseus' ? 0 : published)
    lines[index] = line
    return line
  }

  return {
    subject,
    enter: (count) => each(count, async (index) => seatOn(await come(index, null), speech)),
    comeBack: (index) => come(index, lines[index]?.mark ?? null),
    publish: async (count = 1) => {
      const said = await subject.ask<{ published: number }>('published', { count })
      published = name === 'colyseus' ? published + 1 : said.published
      return published
    },
    counted: async () => (await subject.ask<{ counted: number }>('counted')).counted,
    [Symbol.asyncDispose]: async () => {
      for (const line of lines) line?.cut()
      await subject[Symbol.asyncDispose]()
    },
  }
}

function seatOn(line: Line, speech: Speech): Seat {
  const userId = randomUUID()
  let id = firstRequest
  return {
    line,
    vote: async (choice) => {
      const answer = await line.ask(id, speech.vote(id++, { userId, choice }))
      if ((answer as { ok?: boolean }).ok !== true) throw new Error(`a vote was refused: ${JSON.stringify(answer)}`)
    },
  }
}
