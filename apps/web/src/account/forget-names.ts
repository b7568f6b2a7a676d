import { forgetHostName } from '../library/host-name.ts'
import { forgetName } from '../participant/name/remembered-name.ts'

/** Forgets how somebody was called here, as host and as participant. */
export function forgetNames(): void {
  forgetHostName()
  forgetName()
}
