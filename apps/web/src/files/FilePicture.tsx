import type { FileKind } from '@humuus/workshop-engine'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from '../ui/cx.ts'
import { FileIcon } from './FileIcon.tsx'
import { useKindWords } from './kind-words.ts'
import { useFileLink } from './use-file-link.ts'

interface FilePictureProps {
  readonly file: { readonly id: string; readonly kind: FileKind; readonly caption: string }
  /** There is a picture of it. */
  readonly hasPreview: boolean
  /** `screen` is large, `thumb` small. */
  readonly variant: 'thumb' | 'screen'
  /** `cover` fills its box, `contain` is seen whole. */
  readonly fit: 'cover' | 'contain'
  /** Shown until the real one is there, such as what this device sent. */
  readonly meanwhile?: string | null
  readonly className?: string
}

/** A file as a picture: itself, its first page, or the sign of its kind. Fills its box, so that nothing moves when it comes. */
export function FilePicture({ file, hasPreview, variant, fit, meanwhile = null, className }: FilePictureProps) {
  const kinds = useKindWords()
  const box = cx('relative grid size-full place-items-center overflow-hidden bg-sunk text-soft', className)
  if (!hasPreview && meanwhile === null) {
    return (
      <span className={box}>
        <FileIcon kind={file.kind} className="size-[min(40%,6em)]" />
      </span>
    )
  }
  const alt = file.caption || kinds[file.kind]
  return (
    <span className={box}>
      {hasPreview ? (
        <Linked file={file} variant={variant} fit={fit} alt={alt} meanwhile={meanwhile} />
      ) : (
        <Drawn src={meanwhile ?? ''} alt={alt} fit={fit} />
      )}
    </span>
  )
}

function Linked({
  file,
  variant,
  fit,
  alt,
  meanwhile,
}: Pick<FilePictureProps, 'file' | 'variant' | 'fit'> & { readonly alt: string; readonly meanwhile: string | null }) {
  const { t } = useTranslation('upload')
  const found = useFileLink(file.id)
  if (found.is === 'gone') return <span className="p-2 text-center">{t('gone')}</span>
  const src = found.is === 'there' ? (found.link[variant] ?? found.link.screen ?? found.link.thumb ?? null) : null
  if (src !== null) return <Drawn src={src} alt={alt} fit={fit} onError={found.renew} />
  if (meanwhile !== null) return <Drawn src={meanwhile} alt={alt} fit={fit} />
  if (found.is === 'there') return <FileIcon kind={file.kind} className="size-[min(40%,6em)]" />
  return (
    <span role="img" aria-label={t('loading')} className="fade-in-late grid size-full place-items-center">
      <FileIcon kind={file.kind} className="size-[min(30%,4em)] opacity-40" />
    </span>
  )
}

interface DrawnProps {
  readonly src: string
  readonly alt: string
  readonly fit: 'cover' | 'contain'
  readonly onError?: () => void
}

function Drawn({ src, alt, fit, onError }: DrawnProps) {
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={onError}
      className={cx('fade-in absolute inset-0 size-full', fit === 'cover' ? 'object-cover' : 'object-contain')}
    />
  )
}
