import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { forgetDevice } from '../identity/device.ts'
import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useToast } from '../ui/use-toast.ts'
import { forgetNames } from './forget-names.ts'

/** Makes this browser a stranger, after saying what that costs. */
export function SignOut() {
  const { t } = useTranslation(['account', 'rejections'])
  const { show } = useToast()
  const { commands } = useLiveClient()
  const [isAsking, ask] = useState(false)
  const signOut = trpc.auth.signOut.useMutation({
    async onSuccess() {
      // Nothing of the former person is sent in the name of the next one.
      await commands.forget().catch(() => undefined)
      forgetDevice(localStorage)
      forgetNames()
      // The whole page anew: nothing of the former person stays in its memory.
      location.assign('/')
    },
    onError: () => void show({ text: t('rejections:unavailable') }),
  })
  return (
    <>
      <Button
        className="justify-self-start"
        icon={<LogOut aria-hidden="true" className="size-5" />}
        busy={signOut.isPending}
        onClick={() => ask(true)}
      >
        {t('signOut')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        danger
        title={t('signOutHeading')}
        text={
          <div className="grid gap-3">
            <p>{t('signOutLost')}</p>
            <p>{t('signOutStays')}</p>
          </div>
        }
        confirm={t('signOut')}
        onConfirm={() => signOut.mutate()}
        onClose={() => ask(false)}
      />
    </>
  )
}
