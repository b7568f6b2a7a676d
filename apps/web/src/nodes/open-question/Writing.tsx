import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useSessionSituation } from '../../participant/session/session-situation.ts'
import { AnswerBar } from '../../participant/step/AnswerBar.tsx'
import { SendWritten } from '../../participant/step/SendWritten.tsx'
import { useStepSituation } from '../../participant/step/step-situation.ts'
import { useDraft } from '../../participant/step/use-draft.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import type { ParticipantFace } from '../faces.ts'
import { MyAnswers } from './MyAnswers.tsx'
import { freeSlot, myTexts } from './my-texts.ts'

/** One field for the next answer; those sent stand above it and can be changed or taken back. */
export function Writing({ step, content, own, sent, canAct, actState, act }: ParticipantFace<'open-question'>) {
  const { t } = useTranslation('phone')
  const { sessionId } = useSessionSituation()
  const { window } = useStepSituation()
  const form = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useDraft(`${sessionId}.${step.nodeId}`)
  const [editing, edit] = useState<number | null>(null)
  useEffect(() => {
    if (editing !== null) field.current?.focus()
  }, [editing])

  const texts = myTexts(own.texts, sent)
  const count = texts.filter((text) => text !== null).length
  const isOpen = window !== 'closed'
  const slot = editing ?? freeSlot(texts)
  const written = draft.trim()
  const fits = written !== '' && [...written].length <= content.maxLength
  const several = content.maxAnswers > 1

  const stopEditing = () => {
    edit(null)
    setDraft('')
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (slot === null || !fits || !canAct) return
    act({ type: 'answer', slot, text: written })
    stopEditing()
    // The next answer can follow at once; after the last one the keyboard goes away.
    if (editing === null && count + 1 < content.maxAnswers) field.current?.focus()
  }
  const startEditing = (chosen: number) => {
    setDraft(texts[chosen] ?? '')
    edit(chosen)
  }

  return (
    <>
      <MyAnswers
        texts={texts}
        editing={isOpen ? editing : null}
        onEdit={canAct ? startEditing : undefined}
        onTakeBack={canAct ? (taken) => act({ type: 'answer', slot: taken, text: '' }) : undefined}
      />
      {isOpen && slot !== null && (
        <form id={form} onSubmit={send}>
          <TextArea
            ref={field}
            label={count === 0 ? t('yourAnswer') : editing === null ? t('anotherAnswer') : t('changeAnswer')}
            value={draft}
            onChange={setDraft}
            max={content.maxLength}
            placeholder={t('writeHere')}
          />
        </form>
      )}
      <AnswerBar
        step={step}
        hint={several ? t('answersOf', { count, max: content.maxAnswers }) : t('ownWords')}
        state={actState}
        given={count > 0}
        unsent={written !== '' && written !== (editing === null ? '' : texts[editing])}
      >
        {isOpen && slot !== null && (
          <SendWritten form={form} disabled={!canAct || !fits} onKeep={editing === null ? null : stopEditing}>
            {editing !== null ? t('sendChange') : count === 0 ? t('send') : t('sendAnother')}
          </SendWritten>
        )}
      </AnswerBar>
    </>
  )
}
