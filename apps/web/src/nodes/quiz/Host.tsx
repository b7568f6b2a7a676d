import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useOptionLabel } from '../../participant/step/use-option-label.ts'
import { Bars } from '../../ui/Bars.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import type { HostFace } from '../faces.ts'

/** The question with its solution, and the answers as they come in. */
export default function QuizHost({ step, content }: HostFace<'quiz'>) {
  const { t } = useTranslation('console')
  const { solution } = content
  const label = useOptionLabel()
  return (
    <HostQuestion text={content.text} image={content.image}>
      {step.phase !== 'revealed' && <HiddenFromHall />}
      <Bars
        answers={solution.answers}
        bars={content.options.map((option, index) => ({
          key: String(index),
          index,
          label: label(option, index),
          count: solution.counts[index] ?? 0,
          right: solution.correct.includes(index),
        }))}
      />
      {solution.explanation !== null && (
        <section className="grid gap-2 border-line border-t pt-4">
          <h3 className="font-semibold text-small text-soft">{t('explanation')}</h3>
          <Markdown text={solution.explanation} />
        </section>
      )}
    </HostQuestion>
  )
}
