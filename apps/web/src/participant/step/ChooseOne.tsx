import { useTranslation } from '../../i18n/use-translation.ts'
import type { ActState, StepFrame } from '../../nodes/faces.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { Option } from './choice.ts'
import { OptionList } from './OptionList.tsx'

interface ChooseProps {
  readonly step: StepFrame
  readonly options: readonly Option[]
  /** What the server has of this person. */
  readonly given: readonly number[] | null
  /** What is on its way to it. */
  readonly sent: readonly number[] | null
  readonly canAct: boolean
  readonly actState: ActState
  readonly onChoose: (choice: number[]) => void
}

/** One option of several: a tap sends it, another tap changes it. */
export function ChooseOne({ step, options, given, sent, canAct, actState, onChoose }: ChooseProps) {
  const { t } = useTranslation('phone')
  return (
    <>
      <OptionList
        nodeId={step.nodeId}
        options={options}
        kind="single"
        choice={sent ?? given ?? []}
        shut={!canAct}
        onPick={(index) => onChoose([index])}
      />
      <AnswerBar step={step} hint={t('chooseOne')} state={actState} given={given !== null} />
    </>
  )
}
