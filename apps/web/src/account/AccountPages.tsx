import { useParams } from 'wouter'
import NotFoundPage from '../NotFoundPage.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ConfirmPage } from './ConfirmPage.tsx'
import { InvitationPage } from './InvitationPage.tsx'
import { ResetPage } from './ResetPage.tsx'

/** `/account`, and the pages that links in mails lead to. */
export default function AccountPages() {
  const { page } = useParams<'/account/:page?'>()
  if (page === undefined) return <AccountPage />
  if (page === 'confirm') return <ConfirmPage />
  if (page === 'reset') return <ResetPage />
  if (page === 'invitation') return <InvitationPage />
  return <NotFoundPage />
}
