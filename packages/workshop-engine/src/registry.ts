import type { AnyNodeType } from './node-type.ts'
import { countdown } from './nodes/countdown/index.ts'
import { end } from './nodes/end/index.ts'
import { openQuestion } from './nodes/open-question/index.ts'
import { poll } from './nodes/poll/index.ts'
import { quiz } from './nodes/quiz/index.ts'
import { slide } from './nodes/slide/index.ts'
import { upload } from './nodes/upload/index.ts'
import { whiteboard } from './nodes/whiteboard/index.ts'
import { wordCloud } from './nodes/word-cloud/index.ts'

/** Every node type of humuus, one line each. */
export const nodeTypes = [
  slide,
  quiz,
  poll,
  openQuestion,
  wordCloud,
  whiteboard,
  upload,
  countdown,
  end,
] as const satisfies readonly AnyNodeType[]
