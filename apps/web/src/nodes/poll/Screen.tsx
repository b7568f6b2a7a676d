import { useOptionLabel } from '../../participant/step/use-option-label.ts'
import { OptionTiles } from '../../screen/question/OptionTiles.tsx'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { Bars } from '../../ui/Bars.tsx'
import { optionLetter } from '../../ui/option-shape.ts'
import type { ScreenFace } from '../faces.ts'

/** The options, or what the room says: live where the plan wants it so, else once it is shown. */
export default function PollScreen({ content }: ScreenFace<'poll'>) {
  const label = useOptionLabel()
  const { results } = content
  return (
    <ScreenQuestion text={content.text} quiet={results !== null}>
      {results === null ? (
        <OptionTiles options={content.options} />
      ) : (
        <Bars
          size="big"
          answers={results.votes}
          bars={content.options.map((option, index) => ({
            key: optionLetter(index),
            index,
            label: label(option, index),
            count: results.counts[index] ?? 0,
          }))}
        />
      )}
    </ScreenQuestion>
  )
}
