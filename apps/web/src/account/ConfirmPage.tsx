import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'
import { KeyPage } from './KeyPage.tsx'
import { useKeyInAddress } from './use-key-in-address.ts'

/** `/account/confirm#key`: an address is somebody's. */
export function ConfirmPage() {
  const { t } = useTranslation('account')
  const key = useKeyInAddress()
  const live = useLiveClient()
  const { me } = useIdentity()
  const confirm = trpc.account.confirmEmail.useMutation({
    onSuccess: () => live.identity.look().catch(() => undefined),
  })
  return (
    <KeyPage
      title={t('confirmTitle')}
      intro={t('confirmIntro')}
      hasKey={key !== null}
      action={t('confirmDo')}
      busy={confirm.isPending}
      error={confirm.error}
      done={confirm.isSuccess ? t('confirmDone', { email: confirm.data.email }) : null}
      // The mail may have been opened on another device than the one that asked for it.
      next={me?.isRegistered ? { to: '/library', label: t('goOn') } : { to: '/sign-in', label: t('signIn') }}
      onAct={() => confirm.mutate({ key: key ?? '' })}
    />
  )
}
