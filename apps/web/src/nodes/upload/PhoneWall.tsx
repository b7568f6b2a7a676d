import { useState } from 'react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { useKindWords } from '../../files/kind-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import type { ParticipantFace } from '../faces.ts'
import { FileMarks } from './FileMarks.tsx'
import { FileSheet } from './FileSheet.tsx'
import { votesNow } from './my-files.ts'
import { VoteButton } from './VoteButton.tsx'

type Face = ParticipantFace<'upload'>
type ShownFile = NonNullable<Face['content']['files']>[number]

/** So many are drawn before somebody wants to see more. */
const pageLength = 40

/** What everybody gave, to look at and, while the step is open, to vote for. */
export function PhoneWall({
  files,
  content,
  own,
  sent,
  canAct,
  act,
  step,
}: Face & { readonly files: readonly ShownFile[] }) {
  const { t } = useTranslation('upload')
  const kinds = useKindWords()
  const [length, setLength] = useState(pageLength)
  const [opened, open] = useState<ShownFile | null>(null)
  const votes = votesNow(own.votes, sent)
  const hanging = new Set(files.map(({ id }) => id))
  const left = content.maxVotes - votes.filter((id) => hanging.has(id)).length
  const mine = new Set(own.files.map(({ id }) => id))
  const isVoting = content.maxVotes > 0 && step.phase !== 'revealed'
  const newestFirst = files.toReversed()
  return (
    <section className="grid grid-cols-1 gap-4 border-line border-t pt-5">
      <h2 className="font-display font-semibold text-lead">{t('wall')}</h2>
      {isVoting && files.length > 0 && (
        <p role="status" className="text-small text-soft">
          {left > 0 ? t('votesLeft', { count: left }) : t('votesUsed')}
        </p>
      )}
      {files.length === 0 && <p className="text-soft">{t('wallEmpty')}</p>}
      <ul className="grid grid-cols-2 gap-3">
        {newestFirst.slice(0, length).map((file) => (
          <li
            key={file.id}
            className="come-in grid content-start overflow-hidden rounded-one border border-line bg-raised"
          >
            <button
              type="button"
              aria-label={t('openOf', { name: file.caption || file.name || kinds[file.kind] })}
              onClick={() => open(file)}
              className="relative aspect-[4/3] w-full"
            >
              <FilePicture file={file} hasPreview={file.facts.hasPreview} variant="thumb" fit="cover" />
              <FileMarks file={file} />
            </button>
            {(file.caption !== '' || file.name !== null || file.votes !== null) && (
              <div className="grid gap-0.5 px-3 py-2 text-small">
                {file.caption !== '' && <p className="line-clamp-3 break-words">{file.caption}</p>}
                {file.name !== null && <p className="truncate text-soft">{file.name}</p>}
                {file.votes !== null && <p className="figures text-soft">{t('votes', { count: file.votes })}</p>}
              </div>
            )}
            {isVoting && !mine.has(file.id) && (
              <VoteButton
                isMine={votes.includes(file.id)}
                disabled={!canAct || (left <= 0 && !votes.includes(file.id))}
                onVote={(on) => act({ type: 'vote', fileId: file.id, on })}
              />
            )}
          </li>
        ))}
      </ul>
      {files.length > length && (
        <Button onClick={() => setLength(length + pageLength)}>{t('more', { count: files.length - length })}</Button>
      )}
      <FileSheet file={opened} onClose={() => open(null)} />
    </section>
  )
}
