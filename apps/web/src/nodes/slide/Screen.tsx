import { cx } from '../../ui/cx.ts'
import { Markdown } from '../../ui/Markdown.tsx'
import type { ScreenFace } from '../faces.ts'
import { slideLetters } from './letters.ts'

/** Words as large as their number allows, pictures beside them. */
export default function SlideScreen({ content }: ScreenFace<'slide'>) {
  const { headline, subheading, text, images } = content
  const isTitle = text === null && images.length === 0
  return (
    <div className={cx('grid size-full gap-[calc(64*var(--u))]', images.length > 0 && text !== null && 'grid-cols-2')}>
      <div
        className={cx(
          'flex min-h-0 flex-col gap-[calc(32*var(--u))]',
          (isTitle || images.length === 0) && 'justify-center',
        )}
      >
        {headline !== null && (
          <h1
            className="text-balance font-bold font-display leading-[1.05]"
            style={{ fontSize: `calc(${isTitle ? 150 : 92} * var(--u))` }}
          >
            {headline}
          </h1>
        )}
        {subheading !== null && <p className="text-[calc(46*var(--u))] text-soft">{subheading}</p>}
        {text !== null && (
          <div style={{ fontSize: `calc(${slideLetters(text)} * var(--u))` }}>
            <Markdown text={text} />
          </div>
        )}
      </div>
      {images.length > 0 && (
        <div className="flex min-h-0 flex-wrap items-center justify-center gap-[calc(32*var(--u))]">
          {images.map((image) => (
            <img
              key={image.url}
              src={image.url}
              alt={image.alt}
              className="max-h-full min-h-0 max-w-full rounded-one object-contain"
            />
          ))}
        </div>
      )}
    </div>
  )
}
