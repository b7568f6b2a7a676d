import { useTranslation } from '../i18n/use-translation.ts'
import { OwnPasswordField } from './OwnPasswordField.tsx'
import { passwordLength } from './password-length.ts'

interface NewPasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem?: string | undefined
}

/** A password to be: its rules are said before, its length while it is typed. */
export function NewPasswordField({ value, ...field }: NewPasswordFieldProps) {
  const { t } = useTranslation('signIn')
  const { length, tooFew, tooMany } = passwordLength(value)
  const hint = () => {
    if (length === 0) return t('rules')
    if (tooFew > 0) return t('tooFew', { count: tooFew })
    return tooMany > 0 ? t('tooMany', { count: tooMany }) : t('longEnough')
  }
  return <OwnPasswordField {...field} kind="new-password" value={value} hint={hint()} />
}
