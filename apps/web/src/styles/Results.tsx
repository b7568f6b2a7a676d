import { useTranslation } from '../i18n/use-translation.ts'
import { AnswerWall } from '../ui/AnswerWall.tsx'
import { Bars } from '../ui/Bars.tsx'
import { Ranking } from '../ui/Ranking.tsx'
import { WordList } from '../ui/WordList.tsx'
import { Specimen } from './Specimen.tsx'
import { ranking, useSampleBars, wordCounts } from './samples.ts'

/** What came in, as pictures. */
export function Results() {
  const { t } = useTranslation('styles')
  const before = useSampleBars(false)
  const after = useSampleBars(true)
  return (
    <>
      <Specimen title={t('results')}>
        <div className="grid gap-10 tablet:grid-cols-2">
          <Bars bars={before} answers={37} />
          <Bars bars={after} answers={37} />
          <Bars bars={before.map((bar) => ({ ...bar, count: 0 }))} answers={0} />
          <Ranking rows={ranking} />
        </div>
      </Specimen>
      <Specimen title={t('words')}>
        <WordList words={wordCounts} />
        <AnswerWall
          answers={[
            { id: '1', text: t('optionA') },
            { id: '2', text: t('sampleLine'), name: 'Farn' },
            { id: '3', text: t('why'), name: 'Klee' },
            { id: '4', text: t('optionD') },
          ]}
        />
        <AnswerWall answers={[]} />
      </Specimen>
    </>
  )
}
