import { useTranslation } from '../../i18n/use-translation.ts'
import { OptionButton } from '../../ui/OptionButton.tsx'
import { optionLetter } from '../../ui/option-shape.ts'
import { Authored } from './Authored.tsx'
import type { Option } from './choice.ts'
import { Picture } from './Picture.tsx'
import { stepHeadingId } from './StepHeading.tsx'
import { useStepSituation } from './step-situation.ts'
import { useOptionLabel } from './use-option-label.ts'

interface OptionListProps {
  readonly nodeId: string
  readonly options: readonly Option[]
  readonly kind: 'single' | 'several'
  readonly choice: readonly number[]
  /** No option can be picked now. */
  readonly shut: boolean
  /** No further option can be picked: those picked can still be dropped. */
  readonly isFull?: boolean
  readonly onPick: (index: number, picked: boolean) => void
}

/** The options of a question, named by it. */
export function OptionList({ nodeId, options, kind, choice, shut, isFull = false, onPick }: OptionListProps) {
  const { t } = useTranslation('phone')
  const labelOf = useOptionLabel()
  const { window } = useStepSituation()
  return (
    <fieldset aria-labelledby={stepHeadingId} className="grid grid-cols-1 min-w-0 gap-3 max-tablet:mt-auto">
      <legend className="sr-only">{t('yourAnswer')}</legend>
      {options.map((option, index) => (
        <OptionButton
          key={optionLetter(index)}
          index={index}
          name={nodeId}
          kind={kind}
          selected={choice.includes(index)}
          toRead={window === 'reading'}
          disabled={shut || (isFull && !choice.includes(index))}
          onSelect={(picked) => onPick(index, picked)}
          picture={option.image === null ? undefined : <Picture image={option.image} className="max-h-44" />}
        >
          {option.image !== null && option.text === '' ? null : <Authored>{labelOf(option, index)}</Authored>}
        </OptionButton>
      ))}
    </fieldset>
  )
}
