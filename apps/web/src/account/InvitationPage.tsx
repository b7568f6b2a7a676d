import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'
import { Notice } from '../ui/Notice.tsx'
import { KeyPage } from './KeyPage.tsx'
import { useKeyInAddress } from './use-key-in-address.ts'

/** `/account/invitation#key`: somebody may do more than before. */
export function InvitationPage() {
  const { t } = useTranslation('account')
  const key = useKeyInAddress()
  const live = useLiveClient()
  const { me } = useIdentity()
  const accept = trpc.account.acceptInvitation.useMutation({
    onSuccess: () => live.identity.look().catch(() => undefined),
  })
  const isRegistered = me?.isRegistered ?? false
  const done = accept.isSuccess ? t(`invitationDone_${accept.data.role}`) : null
  return (
    <KeyPage
      title={t('invitationTitle')}
      intro={t('invitationIntro')}
      hasKey={key !== null}
      action={t('invitationDo')}
      busy={accept.isPending}
      error={accept.error}
      done={done !== null && !isRegistered ? `${done} ${t('invitationRegister')}` : done}
      next={isRegistered ? { to: '/library', label: t('goOn') } : { to: '/sign-in/new', label: t('createAccount') }}
      onAct={() => accept.mutate({ key: key ?? '' })}
    >
      {me !== null && !isRegistered && <Notice tone="info">{t('invitationDevice')}</Notice>}
    </KeyPage>
  )
}
