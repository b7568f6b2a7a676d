import type { ReactNode } from 'react'
import { Markdown } from '../../ui/Markdown.tsx'
import { useSessionSituation } from '../session/session-situation.ts'

/** Words of the workshop's author, spoken in the workshop's language. */
export function Authored({ children }: { readonly children: ReactNode }) {
  const { language } = useSessionSituation()
  return <span lang={language}>{children}</span>
}

/** The same for Markdown. */
export function AuthoredMarkdown({ text }: { readonly text: string }) {
  const { language } = useSessionSituation()
  return (
    <div lang={language}>
      <Markdown text={text} />
    </div>
  )
}
