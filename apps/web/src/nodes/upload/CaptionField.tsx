import { MessageSquarePlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

interface CaptionFieldProps {
  readonly text: string
  readonly max: number
  readonly onSay: (text: string) => void
  readonly onClose: () => void
}

/** A few words about a file. */
export function CaptionField({ text, max, onSay, onClose }: CaptionFieldProps) {
  const { t } = useTranslation(['upload', 'common'])
  const [words, setWords] = useState(text)
  const fits = [...words.trim()].length <= max
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!fits) return
    if (words.trim() !== text) onSay(words.trim())
    onClose()
  }
  return (
    <form onSubmit={send} className="grid grid-cols-1 gap-3 border-line border-t p-4">
      <TextArea label={t('captionOf')} value={words} onChange={setWords} max={max} rows={2} autoFocus />
      <div className="flex flex-wrap gap-3">
        <Button className="grow" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button tone="primary" type="submit" className="grow" disabled={!fits}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

interface SayButtonProps {
  readonly has: boolean
  readonly onClick: () => void
}

export function SayButton({ has, onClick }: SayButtonProps) {
  const { t } = useTranslation('upload')
  return (
    <Button
      tone="plain"
      size="small"
      icon={<MessageSquarePlus aria-hidden="true" className="size-4" />}
      onClick={onClick}
    >
      {t(has ? 'changeCaption' : 'caption')}
    </Button>
  )
}
