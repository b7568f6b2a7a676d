import { FitText } from '../../ui/FitText.tsx'
import type { ScreenFace } from '../faces.ts'

export default function UploadScreen({ content }: ScreenFace<'upload'>) {
  return (
    <h1 className="flex size-full items-center font-bold font-display">
      <FitText text={content.text} />
    </h1>
  )
}
