import { useParams } from 'wouter'
import NotFoundPage from '../NotFoundPage.tsx'
import { AdminPage } from './AdminPage.tsx'
import { ClaimPage } from './ClaimPage.tsx'

/** `/admin`, and the way there. */
export default function AdminPages() {
  const { page } = useParams<'/admin/:page?'>()
  if (page === undefined) return <AdminPage />
  if (page === 'claim') return <ClaimPage />
  return <NotFoundPage />
}
