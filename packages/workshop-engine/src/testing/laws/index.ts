import { affectsOnlyThoseNamed } from './affects.ts'
import { forgetsSeamlessly } from './forgetting.ts'
import { countsExactly } from './headcount.ts'
import { honestDeltas } from './honest-deltas.ts'
import { honestOwnDeltas } from './honest-own-deltas.ts'
import { idleTimeChangesNothing } from './idle-time.ts'
import type { Law } from './law.ts'
import { replaysExactly } from './replay.ts'
import { otherAnswersStaySecret, solutionsStaySecret } from './secrets.ts'
import { decidesTotally } from './total-decide.ts'
import { undoRestoresTheCourse } from './undo.ts'

/** What holds for every node type. */
export const laws = {
  honestDeltas,
  honestOwnDeltas,
  otherAnswersStaySecret,
  solutionsStaySecret,
  replaysExactly,
  decidesTotally,
  idleTimeChangesNothing,
  countsExactly,
  affectsOnlyThoseNamed,
  undoRestoresTheCourse,
  forgetsSeamlessly,
} as const satisfies Record<string, Law>

export type LawName = keyof typeof laws
