import { useTranslation } from '../i18n/use-translation.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface ForAdminsProps {
  readonly title: string
  /** Where they come back to once they are signed in. */
  readonly path: string
}

/** Says to anybody else that a page is for admins. */
export function ForAdmins({ title, path }: ForAdminsProps) {
  const { t } = useTranslation(['admin', 'account'])
  return (
    <DeskShell title={title}>
      <EmptyState
        title={t('notAdmin')}
        hint={t('notAdminHint')}
        action={
          <ButtonLink tone="primary" to={`/sign-in?to=${path}`}>
            {t('account:signIn')}
          </ButtonLink>
        }
      />
    </DeskShell>
  )
}
