import { KeyPage } from '../account/KeyPage.tsx'
import { useKeyInAddress } from '../account/use-key-in-address.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useLiveClient } from '../live/live-context.ts'
import { trpc } from '../trpc.ts'

/** `/admin/claim#key`: whoever runs the server makes themselves its admin. */
export function ClaimPage() {
  const { t } = useTranslation('account')
  const key = useKeyInAddress()
  const live = useLiveClient()
  const claim = trpc.account.becomeAdmin.useMutation({ onSuccess: () => live.identity.look().catch(() => undefined) })
  return (
    <KeyPage
      title={t('claimTitle')}
      intro={t('claimIntro')}
      hasKey={key !== null}
      action={t('claimDo')}
      busy={claim.isPending}
      error={claim.error}
      done={claim.isSuccess ? t('claimDone') : null}
      next={{ to: '/admin', label: t('goOn') }}
      onAct={() => claim.mutate({ key: key ?? '' })}
    />
  )
}
