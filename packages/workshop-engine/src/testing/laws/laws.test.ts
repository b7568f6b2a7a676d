import { describe, test } from 'vitest'
import { engine, nodeTypes } from '../../index.ts'
import { arbitraries } from '../arbitraries/index.ts'
import { type LawName, laws } from './index.ts'

const titles = {
  honestDeltas: 'D-1 the change between two moments leads from one view to the other',
  honestOwnDeltas: 'D-6 the change of what is somebody’s own leads from the one own view to the other',
  otherAnswersStaySecret: 'V-1 what others answered does not show before the reveal',
  solutionsStaySecret: 'V-2 the hall sees neither notes nor, before the reveal, solutions',
  replaysExactly: 'E-1 a log read back shows the same, byte for byte',
  decidesTotally: 'E-2 every command in every state gets an answer',
  idleTimeChangesNothing: 'C-1 time alone changes nothing before a deadline',
  countsExactly: 'H-1 counts are exact',
  affectsOnlyThoseNamed: 'D-2 an event changes the own views of those it names and of nobody else',
  undoRestoresTheCourse: 'U-1 an undo restores the course',
  forgetsSeamlessly: 'F-5 a log without older names shows the same from then on',
} satisfies Record<LawName, string>

describe.each(nodeTypes.map(({ type }) => type))('%s', (type) => {
  for (const name of Object.keys(titles) as LawName[]) {
    test(titles[name], () => laws[name]({ engine, arbitraries, type }))
  }
})
