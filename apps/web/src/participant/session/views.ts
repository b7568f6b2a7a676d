import type { HumuusViews } from '@humuus/workshop-engine'

/** What all phones of a session see. */
export type SharedView = HumuusViews['participant']

/** What this person alone sees, once in. */
export type OwnView = NonNullable<HumuusViews['own']>

/** A step as phones see it. */
export type ShownStep = NonNullable<SharedView['step']>
