import { z } from 'zod'
import { ConflictChoice } from './conflict.ts'
import { FileId, FileNews } from './file-news.ts'
import { NodeId } from './plan.ts'

const UserId = z.string().min(1).max(255)

/** A name as typed: the rules of `cleanName` refuse in words, this only bounds its size. */
const TypedName = z.string().max(400)

/** What any person may wish. */
export const PersonCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('join'), name: TypedName }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('rename'), participantId: UserId, name: TypedName }),
])

/** What facilitators may wish. Each command about the course names the step it was meant for, so that a late click hits nothing else. */
export const FacilitatorCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open_lobby') }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('next'), from: NodeId }),
  z.strictObject({ type: z.literal('back'), from: NodeId }),
  z.strictObject({ type: z.literal('jump'), from: NodeId, to: NodeId }),
  z.strictObject({ type: z.literal('close'), nodeId: NodeId }),
  z.strictObject({ type: z.literal('reveal'), nodeId: NodeId }),
  z.strictObject({ type: z.literal('reopen'), nodeId: NodeId }),
  z.strictObject({ type: z.literal('show_scoreboard'), shown: z.boolean() }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  /** `seconds: null` takes the limit away. */
  z.strictObject({ type: z.literal('extend'), nodeId: NodeId, seconds: z.int().min(1).max(86_400).nullable() }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('end') }),
  /** Takes a step that was not opened yet out of this run, and puts it back. */
  z.strictObject({ type: z.literal('remove_step'), nodeId: NodeId }),
  z.strictObject({ type: z.literal('restore_step'), nodeId: NodeId }),
  /** Uses something that came in at one step (`from`) in another. */
  z.strictObject({ type: z.literal('use_card'), from: NodeId, cardId: z.string().min(1).max(100), into: NodeId }),
  z.strictObject({ type: z.literal('decide_conflict'), conflictId: z.string().max(20), choice: ConflictChoice }),
  z.strictObject({ type: z.literal('kick'), participantId: UserId, mayReturn: z.boolean() }),
  z.strictObject({ type: z.literal('readmit'), participantId: UserId }),
  z.strictObject({ type: z.literal('add_facilitator'), userId: UserId }),
  z.strictObject({ type: z.literal('remove_facilitator'), userId: UserId }),
  /** Makes a co-facilitator the facilitator, and the one who says so a co-facilitator. */
  z.strictObject({ type: z.literal('hand_over'), userId: UserId }),
])

const Page = z.strictObject({ page: z.string().max(64), since: z.number() })

/** What only the system says: never accepted from a client. */
export const SystemCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tick') }),
  /**
   * `on`: the server that says so, where there may be several; `pages`: with which page each of those present came, and when
   * (epoch ms).
   */
  z.strictObject({
    type: z.literal('presence'),
    present: z.array(UserId),
    away: z.array(UserId),
    on: z.string().min(1).max(64).optional(),
    pages: z.record(UserId, Page).optional(),
  }),
  /** Somebody's account is gone: so is their name. */
  z.strictObject({ type: z.literal('forget'), userId: UserId }),
  /** Nobody came. */
  z.strictObject({ type: z.literal('abandon') }),
  /** What became of a file that this person gives at a step. */
  z.strictObject({ type: z.literal('file'), nodeId: NodeId, fileId: FileId, userId: UserId, news: FileNews }),
])

export type PersonCommand = z.output<typeof PersonCommand>
export type FacilitatorCommand = z.output<typeof FacilitatorCommand>
export type SystemCommand = z.output<typeof SystemCommand>

/** Something a participant does at a step, or a facilitator with what came in; typed by the registry (see `engine.ts`). */
export interface ActCommand {
  readonly type: 'act' | 'moderate'
  readonly nodeId: string
  readonly node: string
  readonly act: unknown
}

export type Command = PersonCommand | FacilitatorCommand | SystemCommand | ActCommand

/** Who is behind a command. The role in the session is looked up in the state, never believed. */
export type Actor = { readonly kind: 'user'; readonly id: string } | { readonly kind: 'system' }
