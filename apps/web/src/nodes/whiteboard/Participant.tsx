import { useTranslation } from '../../i18n/use-translation.ts'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'
import { NoteList } from './NoteList.tsx'
import { Writing } from './Writing.tsx'

/** More than a phone scrolls through; the newest of them. */
const listLength = 60

/** A board to put notes on: mine to change, everybody's once they are shown or where all write together. */
export default function WhiteboardParticipant(face: ParticipantFace<'whiteboard'>) {
  const { content, step } = face
  const isRevealed = step.phase === 'revealed'
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={isRevealed} />
      {isRevealed ? <Read {...face} /> : <Writing {...face} />}
    </div>
  )
}

function Read({ content, own }: ParticipantFace<'whiteboard'>) {
  const { t } = useTranslation(['whiteboard', 'phone'])
  const notes = content.notes ?? []
  const hidden = notes.length - listLength
  return (
    <>
      <NoteList title={t('yourNotes', { count: own.notes.length })} notes={own.notes} />
      <NoteList title={t('allNotes')} notes={notes.slice(-listLength)} />
      {hidden > 0 && <p className="text-soft">{t('phone:moreAnswers', { count: hidden })}</p>}
    </>
  )
}
