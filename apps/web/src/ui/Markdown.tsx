import './prose.css'
import { lazy, Suspense } from 'react'
import { cx } from './cx.ts'
import { needsMarkdown, plainParagraphs } from './markdown-need.ts'
import { Skeleton } from './Skeleton.tsx'

const MarkdownText = lazy(() => import('./MarkdownText.tsx'))

interface MarkdownProps {
  /** GitHub-flavoured Markdown. HTML in it is shown as text, never run. */
  readonly text: string
  readonly className?: string
}

/** Text with structure, safely. The reader is a chunk of its own, fetched when a text first needs it. */
export function Markdown({ text, className }: MarkdownProps) {
  return (
    <div className={cx('prose', className)}>
      {needsMarkdown(text) ? (
        <Suspense fallback={<Skeleton className="h-[3em] w-full" />}>
          <MarkdownText text={text} />
        </Suspense>
      ) : (
        plainParagraphs(text).map((paragraph) => <p key={paragraph.at}>{paragraph.text}</p>)
      )}
    </div>
  )
}
