import type { HumuusViews } from '@humuus/workshop-engine'

/** What the projector is sent. */
export type ScreenView = HumuusViews['screen']
