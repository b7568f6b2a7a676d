import type { FileKind } from '@humuus/workshop-engine'
import { useTranslation } from '../i18n/use-translation.ts'
import { useKindWords } from './kind-words.ts'
import { useFileLink } from './use-file-link.ts'

interface FilePlayerProps {
  readonly file: { readonly id: string; readonly kind: FileKind; readonly caption: string }
  readonly className?: string
}

/** A recording or a video, with the browser's own controls; fetched when it is played. */
export function FilePlayer({ file, className }: FilePlayerProps) {
  const { t } = useTranslation('upload')
  const kinds = useKindWords()
  const found = useFileLink(file.id)
  if (found.is === 'gone') return <p className="text-soft">{t('gone')}</p>
  const src = found.is === 'there' ? found.link.full : undefined
  const label = file.caption || kinds[file.kind]
  if (file.kind === 'video') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what a participant filmed a minute ago
      <video
        src={src}
        poster={found.is === 'there' ? found.link.thumb : undefined}
        controls
        playsInline
        preload="none"
        aria-label={label}
        onError={found.renew}
        className={className}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: the same for what they said
    <audio src={src} controls preload="none" aria-label={label} onError={found.renew} className={className} />
  )
}
