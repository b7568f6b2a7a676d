import type { nodeTypes } from '../../registry.ts'
import { countdownArbitraries } from './countdown.ts'
import { endArbitraries } from './end.ts'
import type { AnyNodeArbitraries } from './node-arbitraries.ts'
import { openQuestionArbitraries } from './open-question.ts'
import { pollArbitraries } from './poll.ts'
import { quizArbitraries } from './quiz.ts'
import { slideArbitraries } from './slide.ts'
import { uploadArbitraries } from './upload.ts'
import { whiteboardArbitraries } from './whiteboard.ts'
import { wordCloudArbitraries } from './word-cloud.ts'

/** For every registered node type, what the laws need to test it: a type that is missing here does not compile. */
export const arbitraries = {
  slide: slideArbitraries,
  quiz: quizArbitraries,
  poll: pollArbitraries,
  'open-question': openQuestionArbitraries,
  'word-cloud': wordCloudArbitraries,
  whiteboard: whiteboardArbitraries,
  upload: uploadArbitraries,
  countdown: countdownArbitraries,
  end: endArbitraries,
} satisfies Record<(typeof nodeTypes)[number]['type'], AnyNodeArbitraries>
