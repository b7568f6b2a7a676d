import { useTranslation } from '../i18n/use-translation.ts'
import { AnswerWall } from '../ui/AnswerWall.tsx'
import { Bars } from '../ui/Bars.tsx'
import { CountOf } from '../ui/CountOf.tsx'
import { FitText } from '../ui/FitText.tsx'
import { JoinCorner } from '../ui/JoinCorner.tsx'
import { Podium } from '../ui/Podium.tsx'
import { Ranking } from '../ui/Ranking.tsx'
import { ScreenShell } from '../ui/ScreenShell.tsx'
import { WordList } from '../ui/WordList.tsx'
import { Specimen } from './Specimen.tsx'
import { ranking, useSampleBars, wordCounts } from './samples.ts'

/** The screen in small: the same pictures that fill a hall. */
export function Pictures() {
  const { t } = useTranslation(['styles', 'screen'])
  const bars = useSampleBars(true)
  const wall = [t('optionA'), t('sampleLine'), t('why'), t('optionD'), t('optionB')].map((text, index) => ({
    id: `${index}`,
    text,
  }))
  const corner = <JoinCorner code="482913" link="https://humuus.example/s/482913" address="humuus.example" />
  const count = <CountOf count={37} total={42} label={t('screen:answered')} className="text-[calc(40*var(--u))]" />
  const pictures = {
    question: <FitText text={t('question')} className="font-bold font-display" />,
    long: <FitText text={`${t('sampleLine')} ${t('optionD')}.`} className="font-bold font-display" />,
    bars: <Bars bars={bars} answers={37} size="big" />,
    ranking: <Ranking rows={ranking} size="big" />,
    podium: <Podium rows={ranking} />,
    words: <WordList words={wordCounts} size="big" />,
    wall: <AnswerWall answers={wall} size="big" />,
  }
  return (
    <Specimen title={t('screen')}>
      <div className="grid gap-6 tablet:grid-cols-2">
        {Object.entries(pictures).map(([name, picture]) => (
          <div key={name} className="aspect-video overflow-hidden rounded-one border border-line">
            <ScreenShell preview top={t('workshop')} foot={count} corner={corner} lost={name === 'words'}>
              {picture}
            </ScreenShell>
          </div>
        ))}
      </div>
    </Specimen>
  )
}
