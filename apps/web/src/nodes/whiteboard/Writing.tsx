import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useSessionSituation } from '../../participant/session/session-situation.ts'
import { AnswerBar } from '../../participant/step/AnswerBar.tsx'
import { SendWritten } from '../../participant/step/SendWritten.tsx'
import { useStepSituation } from '../../participant/step/step-situation.ts'
import { useDraft } from '../../participant/step/use-draft.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCalm } from '../../ui/use-calm.ts'
import type { ParticipantFace } from '../faces.ts'
import { ColourChoice } from './ColourChoice.tsx'
import { calmMs } from './calm.ts'
import { type Editing, isFulfilled, meanwhile, type Wished, waitsForDecision } from './editing.ts'
import { laidOver, notesOnTheirWay } from './laid-over.ts'
import { NoteList } from './NoteList.tsx'
import type { KnownNote } from './NoteSlip.tsx'
import type { NoteColour } from './note-colour.ts'

/** One field for the next note; those on the board stand above it and can be changed or taken back. */
export function Writing({ step, content, own, sent, canAct, actState, act }: ParticipantFace<'whiteboard'>) {
  const { t } = useTranslation(['whiteboard', 'phone'])
  const { sessionId } = useSessionSituation()
  const { window } = useStepSituation()
  const form = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useDraft(`${sessionId}.${step.nodeId}`)
  const [colour, setColour] = useState<NoteColour>('yellow')
  const [editing, edit] = useState<Editing | null>(null)
  const [wished, remember] = useState<Wished | null>(null)
  useEffect(() => {
    if (editing !== null) field.current?.focus()
  }, [editing])

  const ofOthers = useMemo(() => others(content.notes ?? [], own.notes), [content.notes, own.notes])
  const shownOthers = useCalm(ofOthers, calmMs)
  const known = [...own.notes, ...ofOthers]
  const mine = [...laidOver(own.notes, sent), ...notesOnTheirWay(sent)]
  const theirs = laidOver(shownOthers, sent)
  const isOpen = window !== 'closed'
  const written = draft.trim()
  const fits = written !== '' && [...written].length <= content.maxLength
  const mayWrite = editing !== null || mine.length < content.maxNotes
  const news = editing === null ? null : meanwhile(editing, known)
  const isGranted = wished !== null && isFulfilled(wished, known)
  useEffect(() => {
    if (isGranted) remember(null)
  }, [isGranted])

  const stopEditing = () => {
    edit(null)
    setDraft('')
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!mayWrite || !fits || !canAct) return
    if (editing === null) act({ type: 'add', text: written, colour })
    else {
      act({ type: 'edit', noteId: editing.id, base: editing.base, text: written })
      remember({ id: editing.id, base: editing.base, text: written })
    }
    stopEditing()
    // The next note can follow at once; after the last one the keyboard goes away.
    if (editing === null && mine.length + 1 < content.maxNotes) field.current?.focus()
  }
  const startEditing = (note: KnownNote) => {
    setDraft(note.text)
    edit({ id: note.id, base: note.revision, before: note.text })
  }
  const remove = ({ id, revision }: KnownNote) => {
    act({ type: 'remove', noteId: id, base: revision })
    remember({ id, base: revision, text: null })
  }
  const doing = { onEdit: canAct ? startEditing : undefined, onRemove: canAct ? remove : undefined }
  const isShown = ({ id }: { readonly id: string | null }) => editing === null || id !== editing.id

  return (
    <>
      <NoteList title={t('yourNotes', { count: mine.length })} notes={mine.filter(isShown)} {...doing} />
      <NoteList title={t('othersNotes')} notes={theirs.filter(isShown)} {...doing} />
      {wished !== null && waitsForDecision(wished, known) && actState === 'saved' && (
        <Notice tone="info">{t('waitsForDecision')}</Notice>
      )}
      {isOpen && mayWrite && (
        <form id={form} onSubmit={send} className="grid grid-cols-1 gap-3">
          {news !== null && (
            <Notice tone="info">
              {news === 'gone' ? t('goneMeanwhile') : t('changedMeanwhile', { text: news.text })}
            </Notice>
          )}
          <TextArea
            ref={field}
            rows={3}
            label={editing !== null ? t('changeNote') : mine.length === 0 ? t('yourNote') : t('anotherNote')}
            value={draft}
            onChange={setDraft}
            max={content.maxLength}
            placeholder={t('phone:writeHere')}
          />
          {editing === null && <ColourChoice value={colour} onChange={setColour} />}
        </form>
      )}
      <AnswerBar
        step={step}
        hint={t('notesOf', { count: mine.length, max: content.maxNotes })}
        state={actState}
        given={mine.length > 0}
        unsent={written !== '' && written !== editing?.before}
      >
        {isOpen && mayWrite && (
          <SendWritten form={form} disabled={!canAct || !fits} onKeep={editing === null ? null : stopEditing}>
            {editing === null ? t('putUp') : t('phone:sendChange')}
          </SendWritten>
        )}
      </AnswerBar>
    </>
  )
}

/** Whoever has many notes finds them once, among their own. */
function others<T extends { readonly id: string }>(all: readonly T[], own: readonly { readonly id: string }[]) {
  const mine = new Set(own.map(({ id }) => id))
  return all.filter(({ id }) => !mine.has(id))
}
