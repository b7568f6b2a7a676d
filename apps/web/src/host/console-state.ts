import type { HumuusCommand, HumuusViews } from '@humuus/workshop-engine'

export type HostView = HumuusViews['host']

/** Everything a part of the console needs to know and to do. */
export interface ConsoleState {
  readonly view: HostView
  readonly sessionId: string
  readonly userId: string
  /** Sends a command; a refusal becomes a toast. Resolves to whether it was accepted. */
  readonly command: (command: HumuusCommand) => Promise<boolean>
  /** The server's clock, epoch ms. */
  readonly now: () => number
}

/** Answers are being taken at the current step. */
export const isCollecting = ({ step }: HostView): boolean => step?.collects === true && step.phase === 'open'

export const isRunning = ({ phase }: HostView): boolean => phase === 'active' || phase === 'paused'

export const isOver = ({ phase }: HostView): boolean => phase === 'completed' || phase === 'ended'
