import type { ActState, StepFrame } from '../../nodes/faces.ts'
import { ChooseOne } from './ChooseOne.tsx'
import { ChooseSeveral } from './ChooseSeveral.tsx'
import type { Option } from './choice.ts'

interface ChoosingProps {
  readonly step: StepFrame
  readonly options: readonly Option[]
  readonly max: number
  /** What the server has of this person. */
  readonly own: { readonly choice: readonly number[] | null }
  /** What is on its way to it. */
  readonly sent: readonly { readonly choice: readonly number[] }[]
  readonly canAct: boolean
  readonly actState: ActState
  readonly onChoose: (choice: number[]) => void
}

/** Options to choose from: one of them, or as many as `max`. */
export function Choosing({ own, sent, max, ...shared }: ChoosingProps) {
  const choices = { given: own.choice, sent: sent.at(-1)?.choice ?? null }
  if (max === 1) return <ChooseOne {...shared} {...choices} />
  return <ChooseSeveral {...shared} {...choices} max={max} />
}
