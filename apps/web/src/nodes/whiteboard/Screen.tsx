import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { FitText } from '../../ui/FitText.tsx'
import { useCalm } from '../../ui/use-calm.ts'
import type { ScreenFace } from '../faces.ts'
import { calmMs } from './calm.ts'
import { HungNotes } from './HungNotes.tsx'

/** The prompt alone until there is something to show; then the board, every note where it hangs. */
export default function WhiteboardScreen({ content }: ScreenFace<'whiteboard'>) {
  const notes = useCalm(content.notes, calmMs)
  if (notes === null || notes.length === 0) {
    return (
      <h1 className="flex size-full items-center font-bold font-display">
        <FitText text={content.text} />
      </h1>
    )
  }
  return (
    <ScreenQuestion text={content.text} quiet>
      <HungNotes notes={notes} />
    </ScreenQuestion>
  )
}
