import { Heart } from 'lucide-react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import type { ScreenFace } from '../faces.ts'
import { FileMarks } from './FileMarks.tsx'

export type WallFile = NonNullable<ScreenFace<'upload'>['content']['files']>[number]

/** A file on the wall: its picture fills the tile, or is `whole` where there is room; words lie on its foot. */
export function WallTile({ file, whole }: { readonly file: WallFile; readonly whole: boolean }) {
  const words = [file.caption, file.name ?? ''].filter((text) => text !== '')
  return (
    <li className="come-in relative grid min-h-0 grid-rows-[minmax(0,1fr)_auto] overflow-hidden rounded-one border border-line bg-raised text-[calc(28*var(--u))] leading-tight">
      <div className={whole ? 'relative min-h-0' : 'absolute inset-0'}>
        <FilePicture
          file={file}
          hasPreview={file.facts.hasPreview}
          variant={whole ? 'screen' : 'thumb'}
          fit={whole || file.kind === 'document' ? 'contain' : 'cover'}
        />
        <FileMarks file={file} className={cx('text-[calc(28*var(--u))]', !whole && words.length > 0 && 'mb-[1.4em]')} />
        <Votes count={file.votes} className="absolute top-[0.5em] left-[0.5em]" />
      </div>
      {words.length > 0 && (
        <p className="relative row-start-2 truncate bg-raised px-[0.6em] py-[0.12em]">
          {file.caption}
          {file.caption !== '' && file.name !== null && ' · '}
          {file.name !== null && <span className="text-soft">{file.name}</span>}
        </p>
      )}
    </li>
  )
}

export function Votes({ count, className }: { readonly count: number | null; readonly className: string }) {
  const { t } = useTranslation('upload')
  if (count === null || count === 0) return null
  return (
    <span
      className={cx(
        'figures inline-flex items-center gap-[0.35em] rounded-one bg-accent px-[0.6em] py-[0.2em] font-semibold text-on-accent',
        className,
      )}
    >
      <Heart aria-hidden="true" className="size-[0.9em] fill-current" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('votes', { count })}</span>
    </span>
  )
}
