import type { HumuusCommand, HumuusViews } from '@humuus/workshop-engine'
import { type ComponentType, lazy } from 'react'

type Step<Role extends 'participant' | 'screen' | 'host'> = NonNullable<HumuusViews[Role]['step']>

/** Name of a node type, as it stands in plans and views. */
export type NodeTypeName = Step<'host'>['content']['type']

type Named<Union, Type extends NodeTypeName> = Extract<Union, { readonly type: Type }>
type ActAt<Type extends NodeTypeName, Kind extends 'act' | 'moderate'> = Extract<
  HumuusCommand,
  { readonly type: Kind; readonly node: Type }
>['act']

/** The step without what its type adds. Clocks are epoch ms on the server's clock. */
export type StepFrame = Omit<Step<'participant'>, 'content'>

/** How far a participant's last act at this step came. */
export type ActState = 'none' | 'sending' | 'waiting' | 'saved' | 'refused'

export interface ParticipantFace<Type extends NodeTypeName> {
  readonly step: StepFrame
  readonly content: Named<Step<'participant'>['content'], Type>
  /** What this person gave here, as the server knows it. */
  readonly own: Named<NonNullable<HumuusViews['own']['step']>, Type>
  /** Acts on their way, oldest first: shown as if they had arrived. */
  readonly sent: readonly ActAt<Type, 'act'>[]
  /** Answers are taken now: open, read, not paused. */
  readonly canAct: boolean
  readonly actState: ActState
  /** Points of this step, once revealed. */
  readonly stepPoints: number | null
  readonly act: (act: ActAt<Type, 'act'>) => void
}

export interface HostFace<Type extends NodeTypeName> {
  readonly step: StepFrame
  readonly content: Named<Step<'host'>['content'], Type>
  /** `null` where nothing can be changed any more, as in a report. */
  readonly moderate: ((act: ActAt<Type, 'moderate'>) => void) | null
  /** Steps in which something that came in here may be used; `null` like `moderate`. */
  readonly cards: Cards | null
}

interface Cards {
  readonly steps: readonly { readonly nodeId: string; readonly title: string }[]
  readonly use: (cardId: string, into: string) => void
}

export interface ScreenFace<Type extends NodeTypeName> {
  readonly step: StepFrame
  readonly content: Named<Step<'screen'>['content'], Type>
}

/** A component in a chunk of its own, which can be fetched before it is needed. */
export type Face<Props> = ComponentType<Props> & { readonly preload: () => Promise<unknown> }

/** What a node type looks like to each of the three. */
export interface Faces<Type extends NodeTypeName> {
  readonly Participant: Face<ParticipantFace<Type>>
  readonly Host: Face<HostFace<Type>>
  readonly Screen: Face<ScreenFace<Type>>
}

export type Surface = keyof Faces<NodeTypeName>

/** A face that is fetched when first shown, or before. */
export function face<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): Face<Props> {
  return Object.assign(lazy(load) as unknown as ComponentType<Props>, { preload: load })
}
