import { FitText } from '../ui/FitText.tsx'
import { Markdown } from '../ui/Markdown.tsx'

/** The last picture. */
export function EndPicture({ headline, text }: { readonly headline: string; readonly text: string | null }) {
  return (
    <div className="grid size-full grid-rows-[minmax(0,2fr)_minmax(0,1fr)] gap-[calc(40*var(--u))]">
      <h1 className="flex min-h-0 items-end font-bold font-display">
        <FitText text={headline} />
      </h1>
      {text !== null && <Markdown text={text} className="text-[calc(40*var(--u))]" />}
    </div>
  )
}
