import { Plus } from 'lucide-react'
import { useState } from 'react'
import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { AnswerWall } from '../../ui/AnswerWall.tsx'
import { Button } from '../../ui/Button.tsx'
import type { HostFace } from '../faces.ts'
import { Board } from './Board.tsx'
import type { Editing } from './editing.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { NotePanel } from './NotePanel.tsx'

type Face = HostFace<'whiteboard'>

/** The board with every note and its author; in a report, for reading. */
export default function WhiteboardHost({ step, content, moderate, cards }: Face) {
  const { t } = useTranslation('whiteboard')
  const { notes } = content
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      {moderate !== null && <Desk content={content} moderate={moderate} cards={cards} />}
      {moderate === null && notes.length === 0 && <p className="text-soft">{t('noNotes')}</p>}
      {moderate === null && notes.length > 0 && (
        <AnswerWall answers={notes.map(({ id, text, name }) => ({ id, text, name: name ?? undefined }))} />
      )}
    </HostQuestion>
  )
}

interface DeskProps extends Pick<Face, 'content' | 'cards'> {
  readonly moderate: NonNullable<Face['moderate']>
}

/** The board while something can be done about it. */
function Desk({ content, moderate, cards }: DeskProps) {
  const { t } = useTranslation('whiteboard')
  const { notes } = content
  const [selected, select] = useState<string | null>(null)
  const [writing, write] = useState<Editing | 'new' | null>(null)
  const note = notes.find(({ id }) => id === selected)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-small text-soft">
          {notes.length === 0 ? t('noNotes') : t('notesIn', { count: notes.length })}
        </p>
        <Button size="small" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => write('new')}>
          {t('addNote')}
        </Button>
      </div>
      <Board
        notes={notes}
        showNames={content.showNames}
        selected={selected}
        onSelect={select}
        onMove={(noteId, place) => moderate({ type: 'move', noteId, place })}
      />
      {note !== undefined && (
        <NotePanel
          note={note}
          cards={cards}
          onEdit={() => write({ id: note.id, base: note.revision, before: note.text })}
          onColour={(colour) => moderate({ type: 'recolour', noteId: note.id, colour })}
          onRemove={() => moderate({ type: 'remove', noteId: note.id, base: note.revision })}
        />
      )}
      {writing !== null && (
        <NoteDialog
          editing={writing === 'new' ? null : writing}
          notes={notes}
          maxLength={content.maxLength}
          onWrite={(text, colour) =>
            moderate(
              writing === 'new'
                ? { type: 'add', text, colour }
                : { type: 'edit', noteId: writing.id, base: writing.base, text },
            )
          }
          onClose={() => write(null)}
        />
      )}
    </div>
  )
}
