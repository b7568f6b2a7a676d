import { Shuffle } from 'lucide-react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { nameProblem } from './name-problem.ts'

interface NameFieldProps {
  readonly value: string
  readonly onChange: (name: string) => void
  /** Words of the server about the name that stands there. */
  readonly refused?: string | undefined
  /** Puts another friendly name there. */
  readonly onSuggest?: (() => void) | undefined
  readonly className?: string
}

/** How a person is called here; says at once when nobody could be called so. */
export function NameField({ value, onChange, refused, onSuggest, className }: NameFieldProps) {
  const { t } = useTranslation('phone')
  const words = useRejectionWords()
  const problem = nameProblem(value)
  return (
    <TextField
      label={t('nameLabel')}
      hint={t('nameHint')}
      problem={problem === null ? refused : words(problem)}
      value={value}
      onChange={onChange}
      large
      className={className}
      autoComplete="nickname"
      autoCapitalize="words"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      end={
        onSuggest !== undefined && (
          <IconButton
            label={t('anotherName')}
            title={t('anotherName')}
            icon={<Shuffle aria-hidden="true" className="size-5" />}
            onClick={onSuggest}
          />
        )
      }
    />
  )
}
