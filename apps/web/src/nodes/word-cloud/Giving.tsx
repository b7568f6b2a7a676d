import { X } from 'lucide-react'
import { type FormEvent, useId, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useSessionSituation } from '../../participant/session/session-situation.ts'
import { AnswerBar } from '../../participant/step/AnswerBar.tsx'
import { useStepSituation } from '../../participant/step/step-situation.ts'
import { useDraft } from '../../participant/step/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ParticipantFace } from '../faces.ts'
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
      {words.length > 0 && (
        <section className="grid grid-cols-1 gap-3">
          <h2 className="font-semibold text-small">{t('yourWords', { count: words.length })}</h2>
          <ul className="flex flex-wrap gap-2">
            {words.map((text) => (
              <li
                key={text}
                className="come-in flex min-h-11 max-w-full items-center rounded-one border border-line bg-raised pl-4"
              >
                <span dir="auto" className="min-w-0 break-words py-2 pr-4 font-semibold">
                  {text}
                </span>
                {canAct && (
                  <button
                    type="button"
                    aria-label={t('takeBackOf', { text })}
                    className="-ml-4 grid size-11 shrink-0 place-items-center text-soft hover:text-ink"
                    onClick={() => act({ type: 'take_back', text })}
                  >
                    <X aria-hidden="true" className="size-5" />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayGive && (
        <form id={form} onSubmit={send}>
          <TextField
            ref={field}
            large
            label={words.length === 0 ? t('yourWord') : t('anotherWord')}
            value={draft}
            onChange={setDraft}
            hint={t('shortWords')}
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
