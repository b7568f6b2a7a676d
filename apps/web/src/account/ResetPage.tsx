import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { NewPasswordField } from '../sign-in/NewPasswordField.tsx'
import { trpc } from '../trpc.ts'
import { KeyPage } from './KeyPage.tsx'
import { useKeyInAddress } from './use-key-in-address.ts'

/** `/account/reset#key`: a new password for whoever forgot the old one. */
export function ResetPage() {
  const { t } = useTranslation('account')
  const key = useKeyInAddress()
  const [password, setPassword] = useState('')
  const reset = trpc.account.resetPassword.useMutation()
  return (
    <KeyPage
      title={t('resetTitle')}
      intro={t('resetIntro')}
      hasKey={key !== null}
      action={t('resetDo')}
      busy={reset.isPending}
      error={reset.error}
      done={reset.isSuccess ? t('resetDone') : null}
      next={{ to: '/sign-in', label: t('signIn') }}
      onAct={() => reset.mutate({ key: key ?? '', password })}
    >
      <NewPasswordField label={t('newPassword')} value={password} onChange={setPassword} />
    </KeyPage>
  )
}
