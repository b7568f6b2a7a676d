import { fetchTexts, spokenLanguage } from '../../i18n/i18n.ts'
import { type Faces, face } from '../faces.ts'

/** What this type says comes along with its first face, so that it is there when the network is not. */
async function withTexts<T>(loaded: Promise<T>): Promise<T> {
  await fetchTexts(spokenLanguage(), ['upload', 'fileRefusals']).catch(() => undefined)
  return loaded
}

export const upload: Faces<'upload'> = {
  Participant: face(() => withTexts(import('./Participant.tsx'))),
  Host: face(() => withTexts(import('./Host.tsx'))),
  Screen: face(() => withTexts(import('./Screen.tsx'))),
}
