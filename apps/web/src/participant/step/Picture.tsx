import { cx } from '../../ui/cx.ts'

interface PictureProps {
  readonly image: { readonly url: string; readonly alt: string }
  readonly className?: string
}

/** A picture of the workshop, whole, no higher than leaves room for the words. */
export function Picture({ image, className }: PictureProps) {
  return (
    <img
      src={image.url}
      alt={image.alt}
      referrerPolicy="no-referrer"
      className={cx('h-auto max-w-full rounded-one object-contain', className)}
    />
  )
}
