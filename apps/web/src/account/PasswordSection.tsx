import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { NewPasswordField } from '../sign-in/NewPasswordField.tsx'
import { OwnPasswordField } from '../sign-in/OwnPasswordField.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { useToast } from '../ui/use-toast.ts'
import { useOwnWords } from './use-own-words.ts'

/** Another password: everybody else who is signed in has to do so anew. */
export function PasswordSection() {
  const { t } = useTranslation('account')
  const { show } = useToast()
  const [isChanging, change] = useState(false)
  return (
    <Section title={t('password')}>
      <Button onClick={() => change(true)}>{t('changePassword')}</Button>
      <Dialog open={isChanging} title={t('changePassword')} onClose={() => change(false)}>
        <PasswordForm
          onCancel={() => change(false)}
          onDone={() => {
            change(false)
            show({ text: t('passwordChanged') })
          }}
        />
      </Dialog>
    </Section>
  )
}

function PasswordForm({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation(['account', 'common'])
  const words = useOwnWords()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const queries = trpc.useUtils()
  const change = trpc.account.changePassword.useMutation({
    onSuccess() {
      void queries.account.devices.invalidate()
      onDone()
    },
  })
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) change.mutate({ current, password })
      }}
    >
      <OwnPasswordField label={t('currentPassword')} kind="current-password" value={current} onChange={setCurrent} />
      <NewPasswordField label={t('newPassword')} value={password} onChange={setPassword} />
      {change.isError && <Notice tone="refused">{words(change.error)}</Notice>}
      <div className="mt-3 flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button tone="primary" type="submit" busy={change.isPending}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  )
}
