import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import { type Editing, meanwhile } from './editing.ts'
import type { ShownNote } from './laid-over.ts'
import type { NoteColour } from './note-colour.ts'

interface NoteDialogProps {
  /** The note to change; `null` for a new one. */
  readonly editing: Editing | null
  readonly notes: readonly ShownNote[]
  readonly maxLength: number
  readonly onWrite: (text: string, colour: NoteColour) => void
  readonly onClose: () => void
}

/** Writes a note, or changes one. */
export function NoteDialog({ editing, notes, maxLength, onWrite, onClose }: NoteDialogProps) {
  const { t } = useTranslation(['whiteboard', 'common'])
  const form = useId()
  const [text, setText] = useState(editing?.before ?? '')
  const [colour, setColour] = useState<NoteColour>('yellow')
  const written = text.trim()
  const fits = written !== '' && [...written].length <= maxLength
  const news = editing === null ? null : meanwhile(editing, notes)
  const write = (event: FormEvent) => {
    event.preventDefault()
    if (!fits) return
    onWrite(written, colour)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(editing === null ? 'addHeading' : 'editHeading')}
      actions={
        <Button tone="primary" type="submit" form={form} disabled={!fits}>
          {t(editing === null ? 'add' : 'save')}
        </Button>
      }
    >
      <form id={form} onSubmit={write} className="grid grid-cols-1 gap-3">
        <TextArea rows={3} autoFocus label={t('text')} value={text} onChange={setText} max={maxLength} />
        {news !== null && (
          <Notice tone="info">
            {news === 'gone' ? t('goneMeanwhile') : t('changedMeanwhile', { text: news.text })}
          </Notice>
        )}
        {editing === null && <ColourChoice value={colour} onChange={setColour} />}
      </form>
    </Dialog>
  )
}
