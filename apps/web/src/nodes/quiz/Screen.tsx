import { useTranslation } from '../../i18n/use-translation.ts'
import { useNow } from '../../live/use-now.ts'
import { useOptionBars } from '../../participant/step/use-option-bars.ts'
import { OptionTiles } from '../../screen/question/OptionTiles.tsx'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { Bars } from '../../ui/Bars.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import type { ScreenFace } from '../faces.ts'

/** Question and options, then the answers with the right ones marked. */
export default function QuizScreen({ step, content }: ScreenFace<'quiz'>) {
  const { t } = useTranslation('screen')
  const now = useNow(250)
  const { solution } = content
  const bars = useOptionBars(content.options, solution ?? { counts: [] })
  const isReading = step.phase === 'open' && now < step.readUntil
  if (solution === null) {
    return (
      <ScreenQuestion text={content.text} image={content.image}>
        <div className="relative size-full">
          <OptionTiles options={content.options} dimmed={isReading} />
          {isReading && (
            <p
              role="status"
              className="-translate-y-full absolute top-0 right-0 -mt-[calc(20*var(--u))] rounded-one bg-ink px-[calc(24*var(--u))] py-[calc(10*var(--u))] text-paper"
            >
              {t('readFirst')}
            </p>
          )}
        </div>
      </ScreenQuestion>
    )
  }
  return (
    <ScreenQuestion text={content.text} quiet>
      <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(24*var(--u))]">
        <Bars size="big" answers={solution.answers} bars={bars} />
        {solution.explanation !== null && (
          <div className="max-w-[60ch] text-[calc(34*var(--u))]">
            <Markdown text={solution.explanation} />
          </div>
        )}
      </div>
    </ScreenQuestion>
  )
}
