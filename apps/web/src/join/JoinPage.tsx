import { useSearchParams } from 'wouter'
import { codeInText } from '../ui/code-in-text.ts'
import { CodeEntry } from './CodeEntry.tsx'

/** `/`: the code leads to the session's page; `?code=` brings it along. */
export default function JoinPage() {
  const [search] = useSearchParams()
  return <CodeEntry initial={codeInText(search.get('code') ?? '')} />
}
