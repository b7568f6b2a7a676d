import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ForAdmins } from './ForAdmins.tsx'
import { Invitations } from './Invitations.tsx'
import { Mails } from './Mails.tsx'
import { People } from './People.tsx'
import { Setup } from './Setup.tsx'

/** `/admin`: people, invitations, mails, and how the installation is set up. */
export function AdminPage() {
  const { t } = useTranslation('admin')
  useTitle(t('title'))
  const { me } = useIdentity()
  if (me === null) {
    return (
      <DeskShell title={t('title')}>
        <Skeleton className="h-40 w-full" />
      </DeskShell>
    )
  }
  if (!me.isAdmin) return <ForAdmins title={t('title')} path="/admin" />
  return (
    <DeskShell title={t('title')} intro={t('intro')} action={<ButtonLink to="/ops">{t('toOps')}</ButtonLink>}>
      <People />
      <Invitations />
      <Mails />
      <Setup />
    </DeskShell>
  )
}
