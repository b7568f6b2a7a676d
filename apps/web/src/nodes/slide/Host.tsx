import { Markdown } from '../../ui/Markdown.tsx'
import type { HostFace } from '../faces.ts'

/** What the hall reads, in the facilitator's size. */
export default function SlideHost({ content }: HostFace<'slide'>) {
  return (
    <article className="grid grid-cols-1 gap-4">
      {content.headline !== null && <h2 className="font-bold font-display text-headline">{content.headline}</h2>}
      {content.subheading !== null && <p className="text-lead text-soft">{content.subheading}</p>}
      {content.text !== null && <Markdown text={content.text} />}
      {content.images.length > 0 && (
        <div className="flex flex-wrap gap-4">
          {content.images.map((image) => (
            <img key={image.url} src={image.url} alt={image.alt} className="max-h-64 rounded-one" />
          ))}
        </div>
      )}
    </article>
  )
}
