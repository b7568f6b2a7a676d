import { Suspense } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { NodeTypeName, ScreenFace } from '../nodes/faces.ts'
import { faceOf } from '../nodes/registry.ts'
import { EndPicture } from './EndPicture.tsx'
import { LobbyPicture } from './LobbyPicture.tsx'
import { ScoresPicture } from './ScoresPicture.tsx'
import type { ScreenView } from './screen-view.ts'

/** What fills the screen now. */
export function Picture({ view, code }: { readonly view: ScreenView; readonly code: string }) {
  const { t } = useTranslation('screen')
  if (view.phase === 'created' || view.phase === 'lobby') return <LobbyPicture view={view} code={code} />
  if (view.scoreboard !== null) return <ScoresPicture rows={view.scoreboard} isFinal={view.phase === 'completed'} />
  if (view.step === null || view.phase === 'ended') return <EndPicture headline={t('over')} text={null} />
  const { content, ...step } = view.step
  if (view.phase === 'completed' && content.type !== 'end') return <EndPicture headline={t('thankYou')} text={null} />
  const type: NodeTypeName = content.type
  const Face = faceOf<ScreenFace<NodeTypeName>>(type, 'Screen')
  return (
    <Suspense fallback={null}>
      <Face key={`${step.nodeId} ${step.number}`} step={step} content={content} />
    </Suspense>
  )
}
