import { useOptionBars } from '../../participant/step/use-option-bars.ts'
import { OptionTiles } from '../../screen/question/OptionTiles.tsx'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { Bars } from '../../ui/Bars.tsx'
import type { ScreenFace } from '../faces.ts'

/** The options, or what the room says: live where the plan wants it so, else once it is shown. */
export default function PollScreen({ content }: ScreenFace<'poll'>) {
  const { options, results } = content
  const bars = useOptionBars(options, { counts: results?.counts ?? [] })
  return (
    <ScreenQuestion text={content.text} quiet={results !== null}>
      {results === null ? <OptionTiles options={options} /> : <Bars size="big" answers={results.votes} bars={bars} />}
    </ScreenQuestion>
  )
}
