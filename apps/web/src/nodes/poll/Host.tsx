import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useOptionLabel } from '../../participant/step/use-option-label.ts'
import { Bars } from '../../ui/Bars.tsx'
import type { HostFace } from '../faces.ts'

/** The votes as they come in, whether the hall sees them or not. */
export default function PollHost({ step, content }: HostFace<'poll'>) {
  const label = useOptionLabel()
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      <Bars
        answers={content.results.votes}
        bars={content.options.map((option, index) => ({
          key: String(index),
          index,
          label: label(option, index),
          count: content.results.counts[index] ?? 0,
        }))}
      />
    </HostQuestion>
  )
}
