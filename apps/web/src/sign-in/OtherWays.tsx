import { ExternalLink } from 'lucide-react'
import { Link } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { buttonClass } from '../ui/button-class.ts'
import { useWayOn } from './use-way-on.ts'

const quiet =
  'inline-flex min-h-11 items-center font-semibold underline decoration-1 underline-offset-4 hover:decoration-2'

/** For whoever has no password, or forgot it. */
export function OtherWays() {
  const { t } = useTranslation('signIn')
  const { to, via } = useWayOn()
  const { data: installation } = trpc.installation.get.useQuery()
  return (
    <div className="grid gap-6">
      {installation?.provider != null && (
        <>
          <p className="flex items-center gap-4 text-small text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('or')}
          </p>
          {/* Leaves the app: the server sends the browser to the provider, which sends it back. */}
          <a href={`/auth/oidc/start?to=${encodeURIComponent(to)}`} className={buttonClass('quiet', 'large', true)}>
            <ExternalLink aria-hidden="true" className="size-5" />
            {t('provider', { provider: installation.provider })}
          </a>
        </>
      )}
      <p className="flex flex-wrap gap-x-6">
        <Link to={via('/sign-in/forgotten')} className={quiet}>
          {t('forgotten')}
        </Link>
        <Link to={via('/sign-in/new')} className={quiet}>
          {t('create')}
        </Link>
      </p>
    </div>
  )
}
