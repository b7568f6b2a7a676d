import { Settings } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { Avatar } from './Avatar.tsx'

const look =
  'flex min-h-11 min-w-11 items-center justify-center gap-2.5 rounded-one px-1.5 font-semibold text-ink hover:bg-sunk tablet:px-3'

/** Who one is, or the way to be somebody; both lead to what can be set. */
export function AccountEntry() {
  const { t } = useTranslation(['library', 'common'])
  const [path] = useLocation()
  const { me } = useIdentity()
  if (me?.isRegistered) {
    const name = me.name ?? ''
    return (
      <Link to="/account" aria-label={name === '' ? t('common:settings') : t('account', { name })} className={look}>
        <Avatar seed={me.avatar ?? me.userId} size="2rem" />
        {name !== '' && <span className="hidden max-w-48 truncate tablet:inline">{name}</span>}
      </Link>
    )
  }
  const isAboutAccounts = /^\/(sign-in|account|admin)/.test(path)
  return (
    <>
      {!path.startsWith('/sign-in') && (
        <Link to={`/sign-in?to=${isAboutAccounts ? '/library' : encodeURIComponent(path)}`} className={look}>
          {t('signIn')}
        </Link>
      )}
      <Link to="/account" aria-label={t('common:settings')} className={look}>
        <Settings aria-hidden="true" className="size-5" />
      </Link>
    </>
  )
}
