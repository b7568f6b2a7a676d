import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { leave } from '../identity/sign-out.ts'
import { useLiveClient } from '../live/live-context.ts'
import { OwnPasswordField } from '../sign-in/OwnPasswordField.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { forgetNames } from './forget-names.ts'
import { useOwnWords } from './use-own-words.ts'

/** Deletes the account, after saying what goes and what stays. */
export function RemoveAccount({ hasPassword }: { readonly hasPassword: boolean }) {
  const { t } = useTranslation('account')
  const [isAsking, ask] = useState(false)
  return (
    <>
      <Button icon={<Trash2 aria-hidden="true" className="size-5" />} onClick={() => ask(true)}>
        {t('remove')}
      </Button>
      <Dialog open={isAsking} title={t('removeHeading')} onClose={() => ask(false)}>
        <RemoveForm hasPassword={hasPassword} onCancel={() => ask(false)} />
      </Dialog>
    </>
  )
}

function RemoveForm({ hasPassword, onCancel }: { readonly hasPassword: boolean; readonly onCancel: () => void }) {
  const { t } = useTranslation(['account', 'common'])
  const words = useOwnWords()
  const live = useLiveClient()
  const [password, setPassword] = useState('')
  const remove = trpc.account.remove.useMutation({
    async onSuccess() {
      await leave(live)
      forgetNames()
      // The whole page anew: nothing of the former person stays in its memory.
      location.assign('/')
    },
  })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!remove.isPending) remove.mutate({ password: hasPassword ? password : null })
      }}
    >
      <p>{t('removeGoes')}</p>
      <p className="text-soft">{t('removeStays')}</p>
      {hasPassword && (
        <OwnPasswordField label={t('yourPassword')} kind="current-password" value={password} onChange={setPassword} />
      )}
      {remove.isError && <Notice tone="refused">{words(remove.error)}</Notice>}
      <div className="mt-2 flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button tone="danger" type="submit" busy={remove.isPending || remove.isSuccess}>
          {t('remove')}
        </Button>
      </div>
    </form>
  )
}
