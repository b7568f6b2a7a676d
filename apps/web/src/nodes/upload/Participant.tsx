import { useEffect } from 'react'
import { useSessionSituation } from '../../participant/session/session-situation.ts'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'
import { Giving } from './Giving.tsx'
import { MyFiles } from './MyFiles.tsx'
import { PhoneWall } from './PhoneWall.tsx'
import { fetchTus, useUploads } from './sending/use-uploads.ts'

/** Files to give, what becomes of mine, and the wall once it is shown or voted on. */
export default function UploadParticipant(face: ParticipantFace<'upload'>) {
  const { content, step, own } = face
  const { sessionId } = useSessionSituation()
  const uploads = useUploads(sessionId)
  const isRevealed = step.phase === 'revealed'
  const known = own.files.map(({ id }) => id).join(' ')
  useEffect(() => uploads.known(known === '' ? [] : known.split(' ')), [known])
  useEffect(() => void fetchTus().catch(() => undefined), [])
  return (
    <div className="flex flex-1 flex-col gap-6">
      <StepHeading text={content.text} quiet={isRevealed} />
      <MyFiles {...face} uploads={uploads} />
      {!isRevealed && <Giving {...face} uploads={uploads} />}
      {content.files !== null && <PhoneWall {...face} files={content.files} />}
    </div>
  )
}
