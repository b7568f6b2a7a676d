import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { keepOffline } from '../offline/keep-offline.ts'
import { codeInText } from '../ui/code-in-text.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { CodeEntry } from './CodeEntry.tsx'

/** `/`: the code leads to the session's page; `?code=` brings it along. */
export default function JoinPage() {
  const [search] = useSearchParams()
  useEffect(() => whenIdle(keepOffline), [])
  return <CodeEntry initial={codeInText(search.get('code') ?? '')} />
}
