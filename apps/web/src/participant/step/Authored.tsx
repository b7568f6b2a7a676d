import type { ReactNode } from 'react'
import { Markdown } from '../../ui/Markdown.tsx'
import { useStepSituation } from './step-situation.ts'

/** Words of the workshop's author, spoken in the workshop's language. */
export function Authored({ children }: { readonly children: ReactNode }) {
  const { language } = useStepSituation()
  return <span lang={language}>{children}</span>
}

/** The same for Markdown. */
export function AuthoredMarkdown({ text }: { readonly text: string }) {
  const { language } = useStepSituation()
  return (
    <div lang={language}>
      <Markdown text={text} />
    </div>
  )
}
