import { ArrowRightToLine, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { HostFace } from '../faces.ts'
import { ColourChoice } from './ColourChoice.tsx'
import type { NoteColour } from './note-colour.ts'

type Face = HostFace<'whiteboard'>

interface NotePanelProps {
  readonly note: Face['content']['notes'][number]
  readonly cards: Face['cards']
  readonly onEdit: () => void
  readonly onColour: (colour: NoteColour) => void
  readonly onRemove: () => void
}

/** The chosen note in full, and what can be done with it. */
export function NotePanel({ note, cards, onEdit, onColour, onRemove }: NotePanelProps) {
  const { t } = useTranslation('whiteboard')
  const steps = cards?.steps ?? []
  const panel = useRef<HTMLElement>(null)
  // Beside a large board it may be out of sight: each choice brings it back.
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [note.id])
  return (
    <section
      aria-label={t('actionsFor', { text: note.text })}
      ref={panel}
      className="sticky bottom-0 grid grid-cols-1 gap-3 tablet:static rounded-one border border-line bg-raised p-4"
    >
      <div>
        <p className="whitespace-pre-line break-words">{note.text}</p>
        {note.name !== null && <p className="mt-1 text-small text-soft">{note.name}</p>}
      </div>
      <ColourChoice value={note.colour} onChange={onColour} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<Pencil aria-hidden="true" className="size-4" />} onClick={onEdit}>
          {t('edit')}
        </Button>
        {steps.length > 0 && (
          <Menu
            trigger={
              <Button size="small" icon={<ArrowRightToLine aria-hidden="true" className="size-4" />}>
                {t('useInStep')}
              </Button>
            }
            items={steps.map(({ nodeId, title }) => ({
              key: nodeId,
              label: t('useIn', { step: title }),
              onSelect: () => cards?.use(note.id, nodeId),
            }))}
          />
        )}
        <Button size="small" icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </section>
  )
}
