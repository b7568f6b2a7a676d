import type { Engine } from '../../engine.ts'
import { engine as humuus } from '../../index.ts'
import type { AnyNodeType } from '../../node-type.ts'
import type { nodeTypes } from '../../registry.ts'
import type { EpochMs } from '../../state.ts'
import { completePlan, type PlanDraft } from './plan-draft.ts'
import { WorkshopPlay } from './workshop-play.ts'

type Humuus = typeof nodeTypes

export interface PlayOptions {
  /** `lobby` (default): the facilitator has arrived and people may join; `created`: nobody has. */
  readonly from?: 'created' | 'lobby'
  /** `returned` (default): a refused command returns its rejection; `thrown`: it throws `RefusedCommand`. */
  readonly refusals?: 'returned' | 'thrown'
  /** Where the clock starts, epoch ms. */
  readonly startAt?: EpochMs
}

/** 2026-01-01 09:00 UTC. */
const defaultStart = 1_767_258_000_000

/** Puts a workshop on a stage: with the engine of humuus, or with one of other node types. Throws if the draft is no workshop. */
export function playWorkshop(draft: PlanDraft): WorkshopPlay<Humuus>
export function playWorkshop<Types extends readonly AnyNodeType[]>(
  draft: PlanDraft,
  engine: Engine<Types>,
  options?: PlayOptions,
): WorkshopPlay<Types>
export function playWorkshop<Types extends readonly AnyNodeType[]>(
  draft: PlanDraft,
  engine?: Engine<Types>,
  options?: PlayOptions,
): WorkshopPlay<Types> | WorkshopPlay<Humuus> {
  return engine === undefined ? stage(humuus, draft) : stage(engine, draft, options)
}

function stage<Types extends readonly AnyNodeType[]>(
  engine: Engine<Types>,
  draft: PlanDraft,
  { from = 'lobby', refusals = 'returned', startAt = defaultStart }: PlayOptions = {},
): WorkshopPlay<Types> {
  const play = new WorkshopPlay(engine, completePlan(engine, draft), startAt, refusals === 'thrown')
  if (from === 'lobby') play.facilitator.arrives()
  return play
}
