import { HiddenFromHall, HostQuestion } from '../../host/now/HostQuestion.tsx'
import { useOptionBars } from '../../participant/step/use-option-bars.ts'
import { Bars } from '../../ui/Bars.tsx'
import type { HostFace } from '../faces.ts'

/** The votes as they come in, whether the hall sees them or not. */
export default function PollHost({ step, content }: HostFace<'poll'>) {
  const bars = useOptionBars(content.options, content.results)
  return (
    <HostQuestion text={content.text} image={null}>
      {step.phase !== 'revealed' && !content.live && <HiddenFromHall />}
      <Bars answers={content.results.votes} bars={bars} />
    </HostQuestion>
  )
}
