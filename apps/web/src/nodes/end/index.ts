import { type Faces, face } from '../faces.ts'

export const end: Faces<'end'> = {
  Participant: face(() => import('./Participant.tsx')),
  Host: face(() => import('./Host.tsx')),
  Screen: face(() => import('./Screen.tsx')),
}
