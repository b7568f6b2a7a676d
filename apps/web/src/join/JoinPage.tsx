import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { fetchAlong } from '../i18n/i18n.ts'
import { keepOffline } from '../offline/keep-offline.ts'
import { codeInText } from '../ui/code-in-text.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { CodeEntry } from './CodeEntry.tsx'
import { typedAhead } from './typed-ahead.ts'

/** Without a network the next page has its words, too. */
const keepWithTexts = () => void fetchAlong('phone', 'rejections').then(keepOffline, keepOffline)

/** `/`: the code leads to the session's page; `?code=` brings it along. */
export default function JoinPage() {
  const [search] = useSearchParams()
  const [typed] = useState(typedAhead)
  useEffect(() => whenIdle(keepWithTexts), [])
  return <CodeEntry initial={codeInText(search.get('code') ?? typed)} />
}
