import { HostQuestion } from '../../host/now/HostQuestion.tsx'
import type { HostFace } from '../faces.ts'

export default function UploadHost({ content }: HostFace<'upload'>) {
  return (
    <HostQuestion text={content.text} image={null}>
      {content.files.length}
    </HostQuestion>
  )
}
