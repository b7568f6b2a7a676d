import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useOptionBars } from '../../participant/step/use-option-bars.ts'
import { Bars } from '../../ui/Bars.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import type { HostFace } from '../faces.ts'

/** The question with its solution, and the answers as they come in. */
export default function QuizHost({ step, content }: HostFace<'quiz'>) {
  const { t } = useTranslation('console')
  const { solution } = content
  const bars = useOptionBars(content.options, solution)
  return (
    <HostQuestion text={content.text} image={content.image}>
      {step.phase !== 'revealed' && <HiddenFromHall />}
      <Bars answers={solution.answers} bars={bars} />
      {solution.explanation !== null && (
        <section className="grid gap-2 border-line border-t pt-4">
          <h3 className="font-semibold text-small text-soft">{t('explanation')}</h3>
          <Markdown text={solution.explanation} />
        </section>
      )}
    </HostQuestion>
  )
}
