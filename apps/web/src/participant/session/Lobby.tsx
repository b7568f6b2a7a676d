import { Pencil } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Ground } from '../../ui/Ground.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { rememberedName } from '../name/remembered-name.ts'
import { takenName } from '../name/taken-name.ts'
import { SessionShell, type ShellParts } from './SessionShell.tsx'
import type { OwnView, SharedView } from './views.ts'

interface LobbyProps {
  readonly view: SharedView
  readonly own: OwnView
  readonly onRename: () => void
  readonly shell: ShellParts
}

/** So many people make the sprout full-grown. */
const grown = 24

/** In, and waiting for the start: who I am here, how many we are, what happens next. */
export function Lobby({ view, own, onRename, shell }: LobbyProps) {
  const { t } = useTranslation('phone')
  const taken = takenName(rememberedName(), own.name)
  return (
    <SessionShell {...shell} top={<p className="min-w-0 flex-1 truncate text-soft">{view.title}</p>}>
      <div className="grid h-full grid-cols-1 grid-rows-[1fr_auto] gap-10">
        <div className="grid grid-cols-1 content-center gap-8">
          <div className="grid gap-3">
            <h1 className="font-bold font-display text-display">{t('youAreIn')}</h1>
            <p className="text-lead text-soft">{t('startsSoon')}</p>
          </div>
          <div className="flex items-center gap-4 border-line border-y py-4">
            <Avatar seed={own.name} size="3.5rem" />
            <p className="min-w-0 flex-1 break-words">
              <span className="block font-semibold text-lead">{own.name}</span>
              {taken !== null && <span className="text-small text-soft">{t('nameTaken', { name: taken })}</span>}
            </p>
            <IconButton
              edged
              label={t('changeName')}
              icon={<Pencil aria-hidden="true" className="size-5" />}
              onClick={onRename}
            />
          </div>
        </div>
        <Ground growth={(view.present ?? 1) / grown}>
          {view.present !== null && t('people', { count: view.present })}
        </Ground>
      </div>
    </SessionShell>
  )
}
