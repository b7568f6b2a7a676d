import { type FormEvent, useId, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useSessionSituation } from '../../participant/session/session-situation.ts'
import { AnswerBar } from '../../participant/step/AnswerBar.tsx'
import { useStepSituation } from '../../participant/step/step-situation.ts'
import { useDraft } from '../../participant/step/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ParticipantFace } from '../faces.ts'
import { MyWords } from './MyWords.tsx'
import { isSame, myWords } from './my-words.ts'

/** One field for the next word; those given stand above it, each with a way to take it back. */
export function Giving({ step, content, own, sent, canAct, actState, act }: ParticipantFace<'word-cloud'>) {
  const { t } = useTranslation('wordCloud')
  const { sessionId } = useSessionSituation()
  const { window } = useStepSituation()
  const form = useId()
  const field = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useDraft(`${sessionId}.${step.nodeId}`)

  const words = myWords(
    own.mine.map(({ text }) => text),
    sent,
  )
  const { maxWords: max, maxLength } = content
  const mayGive = window !== 'closed' && words.length < max
  const written = draft.trim()
  const isTooLong = [...written].length > maxLength
  const isKnown = words.some((one) => isSame(one, written))
  const problem = isTooLong ? t('tooLong', { count: maxLength }) : isKnown ? t('already') : undefined
  const fits = written !== '' && problem === undefined

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!mayGive || !fits || !canAct) return
    act({ type: 'add', text: written })
    setDraft('')
    // The next word can follow at once; after the last one the keyboard goes away.
    if (words.length + 1 < max) field.current?.focus()
  }

  return (
    <>
      <MyWords words={words} onTakeBack={canAct ? (text) => act({ type: 'take_back', text }) : null} />
      {mayGive && (
        <form id={form} onSubmit={send}>
          <TextField
            ref={field}
            large
            label={words.length === 0 ? t('yourWord') : t('anotherWord')}
            value={draft}
            onChange={setDraft}
            hint={words.length === 0 ? t('shortWords') : t('left', { count: max - words.length })}
            problem={problem}
            autoComplete="off"
            enterKeyHint="send"
          />
        </form>
      )}
      {window !== 'closed' && !mayGive && <p className="text-soft">{t('allGiven')}</p>}
      <AnswerBar
        step={step}
        hint={t('wordsOf', { count: words.length, max })}
        state={actState}
        given={words.length > 0}
        unsent={written !== ''}
      >
        {mayGive && (
          <Button tone="primary" size="large" type="submit" form={form} disabled={!canAct || !fits}>
            {t('give')}
          </Button>
        )}
      </AnswerBar>
    </>
  )
}
