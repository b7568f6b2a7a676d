import { useServerNow } from '../../live/use-server-now.ts'
import { Timer } from '../../ui/Timer.tsx'
import type { HostFace } from '../faces.ts'

/** The same number that fills the screen. */
export default function CountdownHost({ step, content }: HostFace<'countdown'>) {
  const now = useServerNow()
  const left = step.pausedAt !== null && step.goesOnAt !== null ? step.goesOnAt - step.pausedAt : null
  return (
    <div className="grid grid-cols-1 gap-6">
      {content.text !== '' && <p className="whitespace-pre-line text-title">{content.text}</p>}
      <Timer deadline={step.goesOnAt} now={now} pausedWith={left} className="font-bold font-display text-display" />
    </div>
  )
}
