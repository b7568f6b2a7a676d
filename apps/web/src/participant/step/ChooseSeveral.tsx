import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ActState, StepFrame } from '../../nodes/faces.ts'
import { Button } from '../../ui/Button.tsx'
import { AnswerBar } from './AnswerBar.tsx'
import { isSameChoice, type Option, toggled } from './choice.ts'
import { OptionList } from './OptionList.tsx'
import { useStepSituation } from './step-situation.ts'

interface ChooseSeveralProps {
  readonly step: StepFrame
  readonly options: readonly Option[]
  /** How many may be picked; as many as there are options means all that fit. */
  readonly max: number
  readonly given: readonly number[] | null
  readonly sent: readonly number[] | null
  readonly canAct: boolean
  readonly actState: ActState
  readonly onChoose: (choice: number[]) => void
}

/** Several options: picked at leisure, then sent. */
export function ChooseSeveral({ step, options, max, given, sent, canAct, actState, onChoose }: ChooseSeveralProps) {
  const { t } = useTranslation('phone')
  const { window } = useStepSituation()
  const [draft, setDraft] = useState<readonly number[] | null>(null)
  const known = sent ?? given ?? []
  // Once it is closed, only what was sent counts.
  const isOpen = window !== 'closed' && window !== 'revealed'
  const choice = isOpen ? (draft ?? known) : known
  const unsent = isOpen && draft !== null && !isSameChoice(draft, known)
  const send = () => {
    onChoose([...choice])
    setDraft(null)
  }
  return (
    <>
      <OptionList
        nodeId={step.nodeId}
        options={options}
        kind="several"
        choice={choice}
        shut={!canAct}
        isFull={choice.length >= max}
        onPick={(index, picked) => setDraft(toggled(choice, index, picked))}
      />
      <AnswerBar
        step={step}
        hint={hintFor(max, options.length, choice.length)}
        state={actState}
        given={given !== null}
        unsent={unsent}
      >
        {isOpen && (
          <Button
            tone="primary"
            size="large"
            wide
            disabled={!canAct || choice.length === 0 || (!unsent && known.length > 0)}
            onClick={send}
          >
            {known.length === 0 ? t('send') : t('sendChange')}
          </Button>
        )}
      </AnswerBar>
    </>
  )

  function hintFor(most: number, all: number, picked: number): string {
    if (picked > 0 && most < all) return t('chosenOf', { count: picked, max: most })
    return most < all ? t('chooseUpTo', { count: most }) : t('chooseSeveral')
  }
}
