import { useParams } from 'wouter'
import NotFoundPage from '../NotFoundPage.tsx'
import { ForgottenPage } from './ForgottenPage.tsx'
import { RegisterPage } from './RegisterPage.tsx'
import { SignInPage } from './SignInPage.tsx'

/** `/sign-in`, `/sign-in/forgotten`, `/sign-in/new`. */
export default function SignInPages() {
  const { page } = useParams<'/sign-in/:page?'>()
  if (page === undefined) return <SignInPage />
  if (page === 'forgotten') return <ForgottenPage />
  if (page === 'new') return <RegisterPage />
  return <NotFoundPage />
}
