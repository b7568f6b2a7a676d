import type { ComponentProps } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { PasswordField } from '../ui/PasswordField.tsx'

/** A password field with its words. */
export function OwnPasswordField(props: Omit<ComponentProps<typeof PasswordField>, 'showLabel' | 'hideLabel'>) {
  const { t } = useTranslation('signIn')
  return <PasswordField {...props} showLabel={t('showPassword')} hideLabel={t('hidePassword')} />
}
