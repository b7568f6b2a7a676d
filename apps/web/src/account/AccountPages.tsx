import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ClaimPage } from '../admin/ClaimPage.tsx'
import NotFoundPage from '../NotFoundPage.tsx'
import { OpsPage } from '../ops/OpsPage.tsx'
import { ForgottenPage } from '../sign-in/ForgottenPage.tsx'
import { RegisterPage } from '../sign-in/RegisterPage.tsx'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ConfirmPage } from './ConfirmPage.tsx'
import { InvitationPage } from './InvitationPage.tsx'
import { ResetPage } from './ResetPage.tsx'

const pages: Readonly<Record<string, ComponentType>> = {
  '/sign-in': SignInPage,
  '/sign-in/forgotten': ForgottenPage,
  '/sign-in/new': RegisterPage,
  '/account': AccountPage,
  '/account/confirm': ConfirmPage,
  '/account/reset': ResetPage,
  '/account/invitation': InvitationPage,
  '/admin': AdminPage,
  '/admin/claim': ClaimPage,
  '/ops': OpsPage,
}

/** Everything about who is who. One parcel: every further one is a name in what a phone fetches first. */
export default function AccountPages() {
  const [path] = useLocation()
  const Page = pages[path.replace(/\/$/, '')] ?? NotFoundPage
  return <Page />
}
