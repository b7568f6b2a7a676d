import type { ReactNode } from 'react'
import { FitText } from '../../ui/FitText.tsx'

interface ScreenQuestionProps {
  readonly text: string
  readonly image?: { readonly url: string; readonly alt: string } | null
  /** Results are on: the question steps back to leave them the room. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** The question as large as it fits; once there are results it steps back and they fill the screen. */
export function ScreenQuestion({ text, image = null, quiet = false, children }: ScreenQuestionProps) {
  if (quiet) {
    return (
      <div className="grid size-full grid-rows-[auto_minmax(0,1fr)] gap-[calc(36*var(--u))]">
        <h1 className="line-clamp-2 text-balance font-bold font-display text-[calc(56*var(--u))] leading-tight">
          {text}
        </h1>
        <div className="min-h-0">{children}</div>
      </div>
    )
  }
  return (
    <div className="grid size-full grid-rows-[minmax(0,2fr)_minmax(0,3fr)] gap-[calc(40*var(--u))]">
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
