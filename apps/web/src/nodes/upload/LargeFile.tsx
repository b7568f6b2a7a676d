import { useEffect, useRef, useState } from 'react'
import { FileIcon } from '../../files/FileIcon.tsx'
import { FilePicture } from '../../files/FilePicture.tsx'
import { useKindWords } from '../../files/kind-words.ts'
import { useFileLink } from '../../files/use-file-link.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import { Votes, type WallFile } from './WallTile.tsx'

/** One file for the whole hall; a recording or a video plays by itself. */
export function LargeFile({ file }: { readonly file: WallFile }) {
  const hasWords = file.caption !== '' || file.name !== null || (file.votes ?? 0) > 0
  return (
    <figure
      className={cx(
        'fade-in grid size-full gap-[calc(64*var(--u))]',
        hasWords && 'grid-cols-[minmax(0,2fr)_minmax(0,1fr)]',
      )}
    >
      <div className="relative min-h-0 text-[calc(36*var(--u))]">
        {file.kind === 'audio' || file.kind === 'video' ? (
          <Playing file={file} />
        ) : (
          <FilePicture
            file={file}
            hasPreview={file.facts.hasPreview}
            variant="screen"
            fit="contain"
            className="bg-transparent"
          />
        )}
      </div>
      {hasWords && (
        <figcaption className="grid content-center justify-items-start gap-[0.5em] text-[calc(52*var(--u))] leading-tight">
          {file.caption !== '' && (
            <span className="line-clamp-6 break-words font-display font-semibold">{file.caption}</span>
          )}
          {file.name !== null && <span className="text-[calc(40*var(--u))] text-soft">{file.name}</span>}
          <Votes count={file.votes} className="text-[calc(36*var(--u))]" />
        </figcaption>
      )}
    </figure>
  )
}

/** Browsers let a page make a sound only once somebody clicked on it. */
function Playing({ file }: { readonly file: WallFile }) {
  const { t } = useTranslation('upload')
  const kinds = useKindWords()
  const found = useFileLink(file.id)
  const player = useRef<HTMLVideoElement>(null)
  const [isBlocked, block] = useState(false)
  const src = found.is === 'there' ? found.link.full : undefined
  useEffect(() => {
    if (src === undefined) return
    const play = () =>
      player.current?.play().then(
        () => block(false),
        (error: unknown) => block(error instanceof DOMException && error.name === 'NotAllowedError'),
      )
    void play()
    const clicked = () => void play()
    addEventListener('click', clicked)
    return () => removeEventListener('click', clicked)
  }, [src])
  return (
    <div className="grid size-full place-items-center text-soft">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what a participant recorded a minute ago */}
      <video
        ref={player}
        src={src}
        playsInline
        onError={found.renew}
        aria-label={file.caption || kinds[file.kind]}
        className={file.kind === 'video' ? 'size-full min-h-0 object-contain' : 'sr-only'}
      />
      {file.kind === 'audio' && <FileIcon kind="audio" className="size-[calc(320*var(--u))] text-accent" />}
      {isBlocked && (
        <p role="status" className="absolute bottom-0 rounded-one bg-ink px-[0.8em] py-[0.4em] text-paper">
          {t('soundBlocked')}
        </p>
      )}
    </div>
  )
}
