import type { HumuusCommand, PrimaryAction } from '@humuus/workshop-engine'
import type { HostView } from '../console-state.ts'

/** The command behind the big button; `null` when there is nothing left to do. */
export function primaryCommand({ primary, step }: Pick<HostView, 'primary' | 'step'>): HumuusCommand | null {
  if (primary === null) return null
  const nodeId = step?.nodeId ?? ''
  const commands = {
    open_lobby: { type: 'open_lobby' },
    start: { type: 'start' },
    close: { type: 'close', nodeId },
    reveal: { type: 'reveal', nodeId },
    show_scoreboard: { type: 'show_scoreboard', shown: true },
    next: { type: 'next', from: nodeId },
    finish: { type: 'next', from: nodeId },
    resume: { type: 'resume' },
  } as const satisfies Record<NonNullable<PrimaryAction>, HumuusCommand>
  return commands[primary]
}
