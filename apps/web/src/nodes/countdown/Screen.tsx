import { useServerNow } from '../../live/use-server-now.ts'
import { clockFace, useSecondsLeft } from '../../ui/remaining.ts'
import type { ScreenFace } from '../faces.ts'

/** A number that fills the hall. */
export default function CountdownScreen({ step, content }: ScreenFace<'countdown'>) {
  const now = useServerNow()
  const pausedWith = step.pausedAt !== null && step.goesOnAt !== null ? step.goesOnAt - step.pausedAt : null
  const seconds = useSecondsLeft({ deadline: step.goesOnAt, now, pausedWith })
  return (
    <div className="grid size-full place-content-center justify-items-center gap-[calc(40*var(--u))] text-center">
      {content.text !== '' && (
        <h1 className="max-w-[28ch] whitespace-pre-line text-balance font-display font-semibold text-[calc(64*var(--u))] leading-tight">
          {content.text}
        </h1>
      )}
      {seconds !== null && (
        <p role="timer" className="figures font-bold font-display text-[calc(420*var(--u))] leading-[0.85]">
          {clockFace(seconds)}
        </p>
      )}
    </div>
  )
}
