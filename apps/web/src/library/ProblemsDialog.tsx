import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import type { FileProblem } from './read-workshop-file.ts'

/** What is wrong with a file, place by place. */
export function ProblemsDialog({
  problems,
  onClose,
}: {
  readonly problems: readonly FileProblem[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation('library')
  return (
    <Dialog open={problems.length > 0} onClose={onClose} title={t('importFailed')}>
      <ul className="grid gap-3">
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`} className="border-line border-t pt-3">
            {where !== '' && <code className="block font-semibold text-small">{where}</code>}
            {what}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
