import type { HumuusCommand, Rejection } from '@humuus/workshop-engine'
import { useState } from 'react'
import type { Commands } from '../../live/use-commands.ts'
import type { ActState } from '../../nodes/faces.ts'
import type { AnswerWindow } from './answer-window.ts'
import { type AckedAct, sentActs } from './sent-acts.ts'
import { hasPassed } from './stale-refusal.ts'

type ActCommand = Extract<HumuusCommand, { readonly type: 'act' }>

/** What a person does at a step, and how far it got. */
export interface Acts {
  /** Acts on their way, and those the server has taken but this phone has not yet seen come back. Oldest first. */
  readonly sent: readonly ActCommand['act'][]
  readonly state: ActState
  readonly refusal: Rejection | null
  act(act: ActCommand['act']): void
}

/** Acts at the step that is shown. */
export function useActs(commands: Commands, { nodeId, node, version, window }: ActsAt): Acts {
  const [acked, setAcked] = useState<readonly AckedAct<ActCommand['act']>[]>([])
  const latest = commands.latest(nodeId)
  const refusal = latest?.rejection ?? null
  const isForgotten = refusal !== null && hasPassed(refusal, window)
  return {
    sent: sentActs({ acked, pending: commands.pending, nodeId, version }),
    state: isForgotten ? 'none' : (latest?.state ?? 'none'),
    refusal: isForgotten ? null : refusal,
    act(act) {
      // Type and act come from one face: the registry keeps them together.
      const command = { type: 'act', nodeId, node, act } as ActCommand
      void commands.send(command).then((result) => {
        if (!result.ok) return
        setAcked((before) => [...before.filter(isRecent(result.version)), { nodeId, act, version: result.version }])
      })
    },
  }
}

interface ActsAt {
  readonly nodeId: string
  readonly node: ActCommand['node']
  /** Of the view that is shown. */
  readonly version: number
  readonly window: AnswerWindow
}

// Old ones have long been seen: they need not be carried along.
const isRecent = (version: number) => (one: { readonly version: number }) => one.version > version - 1_000
