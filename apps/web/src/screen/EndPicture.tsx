import { Markdown } from '../ui/Markdown.tsx'

/** The last picture. */
export function EndPicture({ headline, text }: { readonly headline: string; readonly text: string | null }) {
  return (
    <div className="flex size-full flex-col justify-center gap-[calc(48*var(--u))]">
      <h1 className="max-w-[16ch] text-balance font-bold font-display text-[calc(160*var(--u))] leading-[1.02]">
        {headline}
      </h1>
      {text !== null && (
        <div className="text-[calc(44*var(--u))] text-soft">
          <Markdown text={text} />
        </div>
      )}
    </div>
  )
}
