import { useState } from 'react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import type { HostFace } from '../faces.ts'
import { HostFileCard } from './HostFileCard.tsx'
import { HostFilesHead } from './HostFilesHead.tsx'
import { useSessionFiles } from './use-session-files.ts'

/** So many cards are drawn before somebody wants to see more. */
const pageLength = 30

/** Everything that came in with whose it is and what becomes of it, newest first; what waits for a decision before all else. */
export default function UploadHost({ step, content, moderate }: HostFace<'upload'>) {
  const { t } = useTranslation('upload')
  const [length, setLength] = useState(pageLength)
  const { files, highlighted, approves } = content
  const session = useSessionFiles(files.map(({ id, stage }) => `${id} ${stage}`).join(' '), moderate !== null)
  const newest = files.toReversed()
  const isFirst = ({ stage }: (typeof files)[number]) => approves && moderate !== null && stage === 'waiting'
  const ordered = [...newest.filter(isFirst), ...newest.filter((file) => !isFirst(file))]
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      {files.length === 0 ? (
        <p className="text-soft">{t('noFiles')}</p>
      ) : (
        <>
          <HostFilesHead
            nodeId={step.nodeId}
            files={files}
            highlighted={highlighted}
            moderate={moderate}
            session={session}
          />
          <ul className="grid grid-cols-2 gap-3 tablet:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] tablet:gap-4">
            {ordered.slice(0, length).map((file) => (
              <HostFileCard
                key={file.id}
                file={file}
                stored={session.files.get(file.id) ?? null}
                isLarge={file.id === highlighted}
                moderate={moderate}
                onRemoved={session.refresh}
              />
            ))}
          </ul>
          {ordered.length > length && (
            <Button className="print:hidden" onClick={() => setLength(length + pageLength)}>
              {t('more', { count: ordered.length - length })}
            </Button>
          )}
        </>
      )}
    </HostQuestion>
  )
}
