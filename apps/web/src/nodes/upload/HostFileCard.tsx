import { Download, Eye, EyeOff, Maximize2, Minimize2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { FilePlayer } from '../../files/FilePlayer.tsx'
import { refusalOfCode, useFileRefusalWords } from '../../files/file-refusal-words.ts'
import { useKindWords } from '../../files/kind-words.ts'
import { sizeWords } from '../../files/size-words.ts'
import { useFileLink } from '../../files/use-file-link.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { HostFace } from '../faces.ts'
import { FileMarks } from './FileMarks.tsx'
import type { SessionFiles } from './use-session-files.ts'

type Face = HostFace<'upload'>
type HostFile = Face['content']['files'][number]

interface HostFileCardProps {
  readonly file: HostFile
  /** What the store knows of it; `null` until it does, or no longer. */
  readonly stored: NonNullable<ReturnType<SessionFiles['files']['get']>> | null
  readonly isLarge: boolean
  readonly moderate: Face['moderate']
  readonly onRemoved: () => void
}

const badges = {
  checking: ['quiet', 'stageChecking'],
  refused: ['danger', 'stageRefused'],
  waiting: ['solid', 'stageWaiting'],
  hidden: ['quiet', 'stageHidden'],
  shown: ['accent', 'stageShown'],
} as const satisfies Record<HostFile['stage'], unknown>

/** One file on the console: what it is, whose, its state, and what can be done with it. */
export function HostFileCard({ file, stored, isLarge, moderate, onRemoved }: HostFileCardProps) {
  const { t, i18n } = useTranslation('upload')
  const kinds = useKindWords()
  const words = useFileRefusalWords()
  const { id, kind, stage, name, caption, facts, votes } = file
  const [tone, label] = badges[stage]
  const isHeard = facts !== null && (kind === 'audio' || kind === 'video')
  const title = caption || stored?.name || kinds[kind]
  return (
    <li className="come-in grid grid-rows-[auto_1fr_auto] overflow-hidden rounded-one border border-line bg-raised print:break-inside-avoid">
      <div className="relative aspect-[4/3]">
        {isHeard && kind === 'video' ? (
          <FilePlayer file={file} className="size-full bg-sunk" />
        ) : (
          <FilePicture file={file} hasPreview={facts?.hasPreview ?? false} variant="thumb" fit="contain" />
        )}
        {!(isHeard && kind === 'video') && <FileMarks file={file} />}
      </div>
      <div className="grid content-start gap-1.5 p-3">
        {isHeard && kind === 'audio' && <FilePlayer file={file} className="h-11 w-full print:hidden" />}
        <p className="break-words font-semibold">{title}</p>
        <p className="break-words text-small text-soft">
          {[name, caption === '' ? null : stored?.name, stored ? sizeWords(stored.size, i18n.language) : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="flex flex-wrap gap-1.5">
          <Badge tone={tone}>{t(label)}</Badge>
          {facts?.isScanned === false && <Badge tone="danger">{t('unscanned')}</Badge>}
          {votes !== null && votes > 0 && <Badge>{t('votes', { count: votes })}</Badge>}
        </p>
        {stage === 'refused' && <p className="text-danger text-small">{words(refusalOfCode(file.why ?? ''))}</p>}
      </div>
      <div className="flex flex-wrap border-line border-t px-1 print:hidden">
        {moderate !== null && facts !== null && stage !== 'refused' && (
          <>
            {stage === 'shown' ? (
              <IconButton
                label={t('hideOf', { name: title })}
                icon={<EyeOff aria-hidden="true" className="size-5" />}
                onClick={() => moderate({ type: 'hide', fileId: id })}
              />
            ) : (
              <IconButton
                label={t('showOf', { name: title })}
                icon={<Eye aria-hidden="true" className="size-5" />}
                onClick={() => moderate({ type: 'show', fileId: id })}
              />
            )}
            {stage === 'shown' && (
              <IconButton
                label={isLarge ? t('wallAgain') : t('largeOf', { name: title })}
                aria-pressed={isLarge}
                className={isLarge ? 'bg-wash text-accent' : undefined}
                icon={
                  isLarge ? (
                    <Minimize2 aria-hidden="true" className="size-5" />
                  ) : (
                    <Maximize2 aria-hidden="true" className="size-5" />
                  )
                }
                onClick={() => moderate({ type: 'highlight', fileId: isLarge ? null : id })}
              />
            )}
          </>
        )}
        {facts !== null && <DownloadLink fileId={id} title={title} />}
        <Remove fileId={id} title={title} name={name} onRemoved={onRemoved} />
      </div>
    </li>
  )
}

function DownloadLink({ fileId, title }: { readonly fileId: string; readonly title: string }) {
  const { t } = useTranslation('upload')
  const found = useFileLink(fileId)
  const href = found.is === 'there' ? (found.link.download ?? found.link.full) : undefined
  if (href === undefined) return null
  return (
    <a
      href={href}
      download
      aria-label={t('downloadOf', { name: title })}
      title={t('download')}
      className="inline-grid size-11 shrink-0 place-items-center rounded-one text-ink transition-colors duration-(--quick) hover:bg-sunk"
    >
      <Download aria-hidden="true" className="size-5" />
    </a>
  )
}

interface RemoveProps {
  readonly fileId: string
  readonly title: string
  readonly name: string
  readonly onRemoved: () => void
}

function Remove({ fileId, title, name, onRemoved }: RemoveProps) {
  const { t } = useTranslation('upload')
  const [isAsking, ask] = useState(false)
  const remove = trpc.files.remove.useMutation({ onSettled: onRemoved })
  return (
    <>
      <IconButton
        label={t('removeOf', { name: title })}
        icon={<Trash2 aria-hidden="true" className="size-5" />}
        className="ml-auto"
        disabled={remove.isPending}
        onClick={() => ask(true)}
      />
      {remove.isError && (
        <p role="alert" className="w-full px-2 pb-2 text-danger text-small">
          {t('takeBackFailed')}
        </p>
      )}
      <ConfirmDialog
        open={isAsking}
        danger
        title={t('removeHeading')}
        text={t('removeHint', { name: name || title })}
        confirm={t('remove')}
        onConfirm={() => remove.mutate({ fileId })}
        onClose={() => ask(false)}
      />
    </>
  )
}
