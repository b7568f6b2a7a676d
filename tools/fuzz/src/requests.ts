import { randomUUID } from 'node:crypto'
import type { Random } from '@humuus/workshop-engine/testing'
import { mutate } from './mutate.ts'
import { nastyValue } from './nasty.ts'
import { type Json, Raw, toText } from './raw-json.ts'
import type { Target } from './target.ts'

const commands: readonly ((random: Random) => Json)[] = [
  (random) => ({ type: 'act', nodeId: 'mood', node: 'poll', act: { type: 'vote', choice: [random.below(2)] } }),
  () => ({
    type: 'act',
    nodeId: 'words',
    node: 'open-question',
    act: { type: 'answer', slot: 0, text: 'intruders-canary' },
  }),
  () => ({ type: 'join', name: 'intruders-canary' }),
  () => ({ type: 'leave' }),
  () => ({ type: 'next', from: 'mood' }),
  () => ({ type: 'undo' }),
  () => ({ type: 'end' }),
  () => ({ type: 'pause' }),
  () => ({ type: 'kick', participantId: randomUUID(), mayReturn: true }),
  () => ({ type: 'tick' }),
  () => ({ type: 'presence', present: [], away: [] }),
  () => ({
    type: 'moderate',
    nodeId: 'words',
    node: 'open-question',
    act: { type: 'hide', answerId: 'x', hidden: true },
  }),
  () => ({ type: 'extend', nodeId: 'mood', seconds: new Raw('1e308') }),
]

interface Call {
  readonly method: string
  readonly path: string
  readonly input: Json
}

const versions = ['0', '1', '999999999999999', '-1', '1e3', 'null', '99999999999999999999', ' 1', '']

/** Everything that a client may ask, as it is meant to be asked. */
const calls: readonly ((target: Target, random: Random) => Call)[] = [
  (target, random) => ({
    method: 'mutation',
    path: 'sessions.command',
    input: wished(target, random),
  }),
  (target, random) => ({ method: 'mutation', path: 'sessions.command', input: { ...replay(target, random) } }),
  (target, random) => ({
    method: 'mutation',
    path: 'sessions.command',
    input: { ...wished(target, random), givenAt: nastyValue(random) },
  }),
  (target, random) => ({
    method: 'mutation',
    path: 'sessions.join',
    input: { ...wish(target, random), sessionId: target.own.sessionId, name: 'intruders-canary' },
  }),
  (target, random) => ({ method: 'mutation', path: 'sessions.leave', input: wish(target, random) }),
  (target, random) => ({
    method: 'mutation',
    path: 'sessions.beat',
    input: { sessionId: someSession(target, random), page: randomUUID() },
  }),
  (target, random) => ({ method: 'mutation', path: 'sessions.reportReceipts', input: receipts(target, random) }),
  (target, random) => ({
    method: 'query',
    path: 'sessions.receipts',
    input: { sessionId: someSession(target, random) },
  }),
  (target, random) => ({ method: 'query', path: 'sessions.report', input: { sessionId: someSession(target, random) } }),
  (target, random) => ({ method: 'query', path: 'sessions.get', input: { sessionId: someSession(target, random) } }),
  (target, random) => ({
    method: 'query',
    path: 'sessions.screen',
    input: { sessionId: someSession(target, random), screenKey: target.own.screenKey },
  }),
  () => ({ method: 'query', path: 'sessions.mine', input: null }),
  () => ({ method: 'query', path: 'sessions.clock', input: null }),
  (_, random) => ({ method: 'query', path: 'sessions.lookup', input: { code: String(100_000 + random.below(1_000)) } }),
  () => ({ method: 'query', path: 'workshops.list', input: null }),
  (target) => ({ method: 'query', path: 'workshops.get', input: { id: target.own.workshopId } }),
  (_, random) => ({ method: 'mutation', path: 'workshops.create', input: { file: nastyValue(random) } }),
  () => ({ method: 'query', path: 'auth.me', input: null }),
  (target) => ({ method: 'mutation', path: 'internal.tick', input: { sessionId: target.guests.sessionId } }),
  (_, random) => ({
    method: random.pick(['query', 'mutation', 'subscription']),
    path: random.pick(unknownPaths),
    input: {},
  }),
  live,
  live,
  live,
]

const unknownPaths = [
  '',
  '.',
  'sessions',
  'sessions.',
  '__proto__',
  'constructor',
  'sessions.__proto__',
  'sessions.constructor',
  'toString',
  'a'.repeat(2_000),
  'sessions.command.command',
  '../auth.me',
]

function live(target: Target, random: Random): Call {
  const input = {
    sessionId: someSession(target, random),
    role: random.pick(['participant', 'screen', 'host']),
    screenKey: random.pick([target.own.screenKey, 'wrong', '']),
    lastEventId: random.pick(versions),
  }
  return { method: 'subscription', path: 'sessions.live', input }
}

const someSession = ({ guests, own }: Target, random: Random): string =>
  random.pick([guests.sessionId, own.sessionId, own.sessionId, randomUUID()])

const wish = (target: Target, random: Random) => ({ sessionId: someSession(target, random), commandId: randomUUID() })

/** Whoever knows a session's id may join it: an intruder who did would be a guest. */
function wished(target: Target, random: Random): { readonly [key: string]: Json } {
  const command = random.pick(commands)(random)
  const isJoin = toText(command).includes('"join"')
  return { ...wish(target, random), ...(isJoin && { sessionId: target.own.sessionId }), command }
}

/** What somebody else said, in their session or in ours, with their id. */
function replay(target: Target, random: Random): { readonly [key: string]: Json } {
  const { recorded } = target.guests
  if (recorded.length === 0) return { ...wish(target, random), command: { type: 'leave' } }
  const { commandId, command } = random.pick(recorded)
  return {
    sessionId: random.pick([target.guests.sessionId, target.own.sessionId]),
    commandId,
    command: command as Json,
  }
}

function receipts(target: Target, random: Random): Json {
  const some = Array.from({ length: random.below(4) }, () => randomUUID())
  return {
    sessionId: someSession(target, random),
    ledgerId: randomUUID(),
    issued: 3,
    waiting: 0,
    acknowledged: some,
    refused: [],
  }
}

/** A request as it is meant, or with up to three things wrong. */
export function someRequest(target: Target, random: Random, id: Json): Json {
  const { method, path, input } = random.pick(calls)(target, random)
  let request: Json = {
    id,
    method,
    params: { path, input, ...(random.next() < 0.1 && { lastEventId: random.pick(versions) }) },
  }
  const mistakes = random.pick([0, 0, 1, 1, 1, 2, 3])
  for (let made = 0; made < mistakes; made++) request = mutate(request, random)
  return request
}

/** As above, for HTTP. */
export const someCall = (target: Target, random: Random): Call => {
  const call = random.pick(calls)(target, random)
  return random.next() < 0.5 ? call : { ...call, input: mutate(call.input, random) }
}
