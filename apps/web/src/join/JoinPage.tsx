import { useLocation } from 'wouter'
import { StartPage } from './StartPage.tsx'

/** `/`: the code leads to the session's page. */
export default function JoinPage() {
  const [, navigate] = useLocation()
  return <StartPage onJoin={(code) => navigate(`/s/${code}`)} />
}
