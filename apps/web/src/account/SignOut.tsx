import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { signOut } from '../identity/sign-out.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useToast } from '../ui/use-toast.ts'
import { forgetNames } from './forget-names.ts'

/** Signs out: an account can come back; of whoever has only this device, after saying that they cannot. */
export function SignOut() {
  const { t } = useTranslation('account')
  const words = useRejectionWords()
  const { show } = useToast()
  const live = useLiveClient()
  const { me } = useIdentity()
  const [isAsking, ask] = useState(false)
  const [isLeaving, leave] = useState(false)
  const isRegistered = me?.isRegistered ?? false
  const go = async () => {
    leave(true)
    try {
      await signOut(live)
      forgetNames()
      // The whole page anew: nothing of the former person stays in its memory.
      location.assign('/')
    } catch (error) {
      leave(false)
      show({ text: words(rejectionOf(error) ?? { code: 'unavailable' }) })
    }
  }
  return (
    <>
      <Button
        className="justify-self-start"
        icon={<LogOut aria-hidden="true" className="size-5" />}
        busy={isLeaving}
        onClick={() => (isRegistered ? void go() : ask(true))}
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
        onConfirm={() => void go()}
        onClose={() => ask(false)}
      />
    </>
  )
}
