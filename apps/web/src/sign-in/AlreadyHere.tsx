import { useTranslation } from '../i18n/use-translation.ts'
import type { Me } from '../identity/sign-in.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'

/** Nothing to do: somebody is signed in. */
export function AlreadyHere({ me, to }: { readonly me: Me; readonly to: string }) {
  const { t } = useTranslation(['signIn', 'admin'])
  return (
    <div className="grid gap-6">
      <p className="flex items-center gap-4 text-lead">
        <Avatar seed={me.avatar ?? me.userId} size="3.5rem" />
        {t('already', { name: me.name ?? t('admin:nameless') })}
      </p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink tone="primary" to={to}>
          {t('goOn')}
        </ButtonLink>
        <ButtonLink to="/account">{t('toAccount')}</ButtonLink>
      </p>
    </div>
  )
}
