import { useState } from 'react'
import { useFileViewer } from '../../files/file-viewer.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { SessionFiles } from './use-session-files.ts'

interface KeepingProps {
  readonly keeping: NonNullable<SessionFiles['keeping']>
  readonly onChanged: () => void
}

/** How long the files of this session are kept, and how to change that. */
export function Keeping({ keeping, onChanged }: KeepingProps) {
  const { t, i18n } = useTranslation('upload')
  const { sessionId } = useFileViewer()
  const [isAsking, ask] = useState(false)
  const keep = trpc.files.keep.useMutation({ onSettled: onChanged })
  const expire = trpc.files.expire.useMutation({ onSettled: onChanged })
  const { kept, days, expiresAt } = keeping
  const date = expiresAt === null ? '' : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(expiresAt)
  const words = kept ? t('keptForGood') : expiresAt === null ? t('keptDays', { count: days }) : t('keptUntil', { date })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-one bg-sunk px-4 py-1 text-small">
      <p className="mr-auto py-2">{words}</p>
      <span className="flex flex-wrap print:hidden">
        <Button tone="plain" size="small" busy={keep.isPending} onClick={() => keep.mutate({ sessionId, kept: !kept })}>
          {t(kept ? 'letGo' : 'keep')}
        </Button>
        <Button tone="plain" size="small" busy={expire.isPending} onClick={() => ask(true)}>
          {t('deleteNow')}
        </Button>
      </span>
      {(keep.isError || expire.isError) && (
        <p role="alert" className="w-full pb-2 text-danger">
          {t('takeBackFailed')}
        </p>
      )}
      <ConfirmDialog
        open={isAsking}
        danger
        title={t('deleteHeading')}
        text={t('deleteHint')}
        confirm={t('deleteNow')}
        onConfirm={() => expire.mutate({ sessionId, days: 0 })}
        onClose={() => ask(false)}
      />
    </div>
  )
}
