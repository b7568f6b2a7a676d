import type { KeptAnswer, ReportPerson } from '@humuus/workshop-engine'
import { Check, ChevronDown, X } from 'lucide-react'
import { useId, useState } from 'react'
import { answerLines } from '../files/answer-lines.ts'
import { useKindWords } from '../files/kind-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from '../ui/cx.ts'
import { personFigures } from './session-report.ts'

/** A person's line, and below it, on demand, everything they answered. */
export function PersonRows({ person, scored }: { readonly person: ReportPerson; readonly scored: boolean }) {
  const { t } = useTranslation('report')
  const [isOpen, open] = useState(false)
  const id = useId()
  const { given } = personFigures(person)
  return (
    <>
      <tr className="border-line border-b print:break-inside-avoid">
        {scored && <td className="figures text-soft">{person.place ?? '–'}</td>}
        <th scope="row" className="w-full max-w-0 p-0 text-left font-normal">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => open(!isOpen)}
            className="flex min-h-12 w-full items-center gap-2 text-left hover:bg-sunk"
          >
            <span className="truncate">{person.name}</span>
            <ChevronDown
              aria-hidden="true"
              className={cx('size-4 shrink-0 text-soft transition-transform print:hidden', isOpen && 'rotate-180')}
            />
          </button>
        </th>
        {scored && <td className="figures pl-4 text-right font-semibold">{person.points}</td>}
        <td className="figures whitespace-nowrap pl-4 text-right">
          {t('givenOf', { count: given, total: person.answers.length })}
        </td>
      </tr>
      <tr id={id} hidden={!isOpen} className="border-line border-b bg-sunk">
        <td colSpan={scored ? 4 : 2} className="p-0">
          {isOpen && (
            <ol className="grid gap-4 p-4">
              {person.answers.map((kept) => (
                <Kept key={kept.nodeId} kept={kept} />
              ))}
            </ol>
          )}
        </td>
      </tr>
    </>
  )
}

function Kept({ kept }: { readonly kept: KeptAnswer }) {
  const { t } = useTranslation(['report', 'common'])
  const kinds = useKindWords()
  const { prompt, right, points } = kept
  const answer = answerLines(kept, kinds)
  return (
    <li className="grid gap-1">
      <p className="text-small text-soft">{prompt}</p>
      {answer === null ? (
        <p className="text-soft">{t('nothingGiven')}</p>
      ) : (
        answer.map((text, nth) => (
          <p key={`${nth + 1}`} className="whitespace-pre-line">
            {text}
          </p>
        ))
      )}
      {answer !== null && right !== null && (
        <p className={cx('flex items-center gap-1.5 text-small', right ? 'text-accent' : 'text-soft')}>
          {right ? <Check aria-hidden="true" className="size-4" /> : <X aria-hidden="true" className="size-4" />}
          {t(right ? 'common:right' : 'common:wrong')}
          {points !== null && points > 0 && <> · {t('common:points', { count: points })}</>}
        </p>
      )}
    </li>
  )
}
