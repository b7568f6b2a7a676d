import { StepHeading } from '../../participant/step/StepHeading.tsx'
import type { ParticipantFace } from '../faces.ts'

export default function UploadParticipant({ content }: ParticipantFace<'upload'>) {
  return <StepHeading text={content.text} quiet={content.files !== null} />
}
