import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { FitText } from '../../ui/FitText.tsx'

interface ScreenQuestionProps {
  readonly text: string
  readonly image?: { readonly url: string; readonly alt: string } | null
  /** Results are on: the question steps back to leave them the room. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** The question as large as it fits, and below it what belongs to it. */
export function ScreenQuestion({ text, image = null, quiet = false, children }: ScreenQuestionProps) {
  return (
    <div
      className={cx(
        'grid size-full gap-[calc(40*var(--u))]',
        quiet ? 'grid-rows-[minmax(0,1fr)_minmax(0,4fr)]' : 'grid-rows-[minmax(0,2fr)_minmax(0,3fr)]',
      )}
    >
      <div className="flex min-h-0 gap-[calc(48*var(--u))]">
        <h1 className="min-h-0 min-w-0 grow font-bold font-display">
          <FitText text={text} />
        </h1>
        {image !== null && (
          <img src={image.url} alt={image.alt} className="max-h-full max-w-[40%] rounded-one object-contain" />
        )}
      </div>
      <div className="min-h-0">{children}</div>
    </div>
  )
}
