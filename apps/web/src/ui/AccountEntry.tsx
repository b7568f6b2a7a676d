import { LogIn, Settings } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { Avatar } from './Avatar.tsx'
import { cx } from './cx.ts'

const look =
  'flex min-h-11 min-w-11 items-center justify-center gap-2.5 rounded-one px-1.5 font-semibold text-ink hover:bg-sunk tablet:px-3'

/** Who one is, or the way to be somebody; both lead to what can be set. */
export function AccountEntry() {
  const { t } = useTranslation(['library', 'common'])
  const [path] = useLocation()
  const { me, status } = useIdentity()
  if (me?.isRegistered) {
    const name = me.name ?? ''
    return (
      <Link to="/account" aria-label={name === '' ? t('common:settings') : t('account', { name })} className={look}>
        <Avatar seed={me.avatar ?? me.userId} size="2rem" />
        {name !== '' && <span className="hidden max-w-48 truncate tablet:inline">{name}</span>}
      </Link>
    )
  }
  // Before it is known who this is, nobody is asked to sign in.
  const mayAsk = status !== 'signing_in' && !path.startsWith('/sign-in')
  const isAboutAccounts = /^\/(sign-in|account|admin|ops)/.test(path)
  return (
    <>
      {mayAsk && (
        <Link
          to={`/sign-in?to=${isAboutAccounts ? '/library' : encodeURIComponent(path)}`}
          aria-label={t('signIn')}
          // The narrowest phones find it among the settings.
          className={cx(look, 'max-[22rem]:hidden')}
        >
          <LogIn aria-hidden="true" className="size-5 tablet:hidden" />
          <span className="hidden tablet:inline">{t('signIn')}</span>
        </Link>
      )}
      <Link to="/account" aria-label={t('common:settings')} className={look}>
        <Settings aria-hidden="true" className="size-5" />
      </Link>
    </>
  )
}
