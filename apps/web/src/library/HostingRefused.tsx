import { useLocation } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { trpc } from '../trpc.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'

/** Not everybody may host here: who may, and the way to be one of them. */
export function HostingRefused() {
  const { t } = useTranslation('library')
  const [path] = useLocation()
  const { me } = useIdentity()
  const { data: installation } = trpc.installation.get.useQuery()
  const to = encodeURIComponent(path)
  const needsAccount = installation?.hosting === 'registered'
  return (
    <div className="grid gap-5">
      <p>{needsAccount ? t('mayNotHost_registered') : t('mayNotHost_invited')}</p>
      {!me?.isRegistered && (
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={`/sign-in?to=${to}`} tone="primary">
            {t('signIn')}
          </ButtonLink>
          {needsAccount && <ButtonLink to={`/sign-in/new?to=${to}`}>{t('createAccount')}</ButtonLink>}
        </p>
      )}
    </div>
  )
}
