import { useTranslation } from '../../i18n/use-translation.ts'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { AnswerWall } from '../../ui/AnswerWall.tsx'
import { FitText } from '../../ui/FitText.tsx'
import type { ScreenFace } from '../faces.ts'

/** Slips that the wall holds at once; older ones are counted. */
const shown = 30

/** The question alone until there is something to show; then what people wrote. */
export default function OpenQuestionScreen({ content }: ScreenFace<'open-question'>) {
  const { t } = useTranslation('screen')
  const { answers } = content
  if (answers === null || answers.length === 0) {
    return (
      <h1 className="flex size-full items-center font-bold font-display">
        <FitText text={content.text} />
      </h1>
    )
  }
  const older = answers.length - shown
  return (
    <ScreenQuestion text={content.text} quiet>
      <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(16*var(--u))]">
        <AnswerWall
          size="big"
          answers={answers.slice(-shown).map(({ id, text, name }) => ({ id, text, name: name ?? undefined }))}
        />
        {older > 0 && <p className="text-[calc(28*var(--u))] text-soft">{t('more', { count: older })}</p>}
      </div>
    </ScreenQuestion>
  )
}
