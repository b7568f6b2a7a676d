import { useTranslation } from '../../i18n/use-translation.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** The keys, in the order of their use. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const keys = [
    [[t('space'), '→', 'PageDown'], t('keyPrimary')],
    [['←', 'PageUp'], t('keyBack')],
    [['Enter'], t('keyResults')],
    [['P'], t('keyPause')],
    [['+'], t('plusThirty')],
    [['Z'], t('keyUndo')],
    [['F'], t('keyFull')],
    [['?'], t('keyHelp')],
    [['Esc'], t('keyEscape')],
  ] as const
  return (
    <Dialog open={open} onClose={onClose} title={t('keys')}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-3">
        {keys.map(([names, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1.5">
              {names.map((name) => (
                <kbd
                  key={name}
                  className="rounded-[0.25rem] border border-line bg-sunk px-2 py-0.5 font-text text-small"
                >
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
