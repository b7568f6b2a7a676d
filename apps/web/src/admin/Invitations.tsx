import { Mail } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Badge } from '../ui/Badge.tsx'
import { Section } from '../ui/Section.tsx'
import { InviteForm } from './InviteForm.tsx'

/** Who is invited, and a way to invite more. */
export function Invitations() {
  const { t, i18n } = useTranslation('admin')
  const { data: invitations } = trpc.admin.invitations.useQuery()
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <Section title={t('invitations')} hint={t('invitationsHint')}>
      <InviteForm />
      {invitations?.length === 0 && <p className="mt-6 text-soft">{t('noInvitations')}</p>}
      <ul className="mt-6 divide-y divide-line">
        {invitations?.map(({ email, role, createdAt, expiresAt }) => (
          <li key={`${email} ${createdAt}`} className="flex items-center gap-4 py-3">
            <Mail aria-hidden="true" className="size-5 shrink-0 text-soft" />
            <span className="min-w-0 flex-1">
              <span className="block break-words font-semibold">{email}</span>
              <span className="text-small text-soft">{t('until', { date: date.format(expiresAt) })}</span>
            </span>
            <Badge>{t(`role_${role}`)}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
