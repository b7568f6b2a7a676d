import { useEffect } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ParticipantFace } from '../faces.ts'
import { MyFileRow } from './MyFileRow.tsx'
import { captionNow, myFiles } from './my-files.ts'
import type { useUploads } from './sending/use-uploads.ts'
import { UploadRow } from './UploadRow.tsx'
import { useSaidBefore } from './use-said-before.ts'

interface MyFilesProps extends ParticipantFace<'upload'> {
  readonly uploads: ReturnType<typeof useUploads>
}

/** What I gave and what is on its way, each with what becomes of it. */
export function MyFiles({ step, content, own, sent, canAct, act, uploads }: MyFilesProps) {
  const { t } = useTranslation('upload')
  const before = useSaidBefore()
  const files = myFiles(own.files, uploads.states, step.nodeId)
  // Words said while a file was on its way follow it as soon as the step knows it.
  useEffect(() => {
    if (!canAct) return
    for (const { id } of own.files) {
      const text = before.take(id)
      if (text !== null) act({ type: 'caption', fileId: id, text })
    }
  }, [own.files, canAct, act, before])
  if (files.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="font-semibold text-small">{t('yourFiles', { count: files.length })}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {files.map((mine) =>
          mine.is === 'sent' ? (
            <MyFileRow
              key={mine.id}
              file={mine.file}
              caption={captionNow(mine.file, sent)}
              maxCaption={content.maxCaption}
              onSay={content.captions && canAct ? (text) => act({ type: 'caption', fileId: mine.id, text }) : undefined}
            />
          ) : (
            <UploadRow
              key={mine.id}
              upload={mine.upload}
              kind={mine.kind}
              uploads={uploads}
              accepts={content.accepts}
              caption={before.of(mine.id)}
              maxCaption={content.maxCaption}
              onSay={content.captions && canAct ? (text) => before.say(mine.id, text) : undefined}
            />
          ),
        )}
      </ul>
    </section>
  )
}
