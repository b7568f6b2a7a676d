import { type Faces, face } from '../faces.ts'

export const wordCloud: Faces<'word-cloud'> = {
  Participant: face(() => import('./Participant.tsx')),
  Host: face(() => import('./Host.tsx')),
  Screen: face(() => import('./Screen.tsx')),
}
