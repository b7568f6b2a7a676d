import type { ComponentType } from 'react'
import { countdown } from './countdown/index.ts'
import { end } from './end/index.ts'
import type { Faces, NodeTypeName, Surface } from './faces.ts'
import { openQuestion } from './open-question/index.ts'
import { poll } from './poll/index.ts'
import { quiz } from './quiz/index.ts'
import { slide } from './slide/index.ts'
import { upload } from './upload/index.ts'
import { whiteboard } from './whiteboard/index.ts'
import { wordCloud } from './word-cloud/index.ts'

/** The faces of every node type, one line each; a type without faces does not compile. */
const registry = {
  slide,
  quiz,
  poll,
  'open-question': openQuestion,
  'word-cloud': wordCloud,
  whiteboard,
  upload,
  countdown,
  end,
} as const satisfies { readonly [Type in NodeTypeName]: Faces<Type> }

/** The face of a type on one surface. The registry guarantees that type and content belong together. */
export function faceOf<Props>(type: NodeTypeName, surface: Surface): ComponentType<Props> {
  return registry[type][surface] as unknown as ComponentType<Props>
}

/** Fetches every face of a surface, so that the next step is there when it opens. */
export function preloadFaces(surface: Surface): void {
  for (const faces of Object.values(registry)) faces[surface].preload().catch(() => undefined)
}
