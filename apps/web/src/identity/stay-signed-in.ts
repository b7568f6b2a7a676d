import { type ComingBackNeeds, comingBack } from './coming-back.ts'
import { keepSignedIn, type RenewalNeeds } from './keep-signed-in.ts'

/** What a page that was signed in can be asked for. */
export interface Staying {
  /** A connection ended because its sign-in is over. */
  comeBack(): void
}

/** Renews the sign-in before it ends, and comes back when it is over: code that no page needs to begin with. */
export function staySignedIn(
  needs: RenewalNeeds,
  back: Omit<ComingBackNeeds, 'identity' | 'signals' | 'steady'>,
): Staying {
  keepSignedIn(needs)
  return { comeBack: comingBack({ ...needs, ...back }) }
}
