import { useTranslation } from '../i18n/use-translation.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** Something wrong in a file: where (a path such as `nodes.2.data.text`, `''` for the whole), and what. */
export interface FileProblem {
  readonly where: string
  readonly what: string
}

interface ProblemsDialogProps {
  readonly problems: readonly FileProblem[]
  readonly onClose: () => void
}

/** What is wrong with a file, place by place, and where to see a right one. */
export function ProblemsDialog({ problems, onClose }: ProblemsDialogProps) {
  const { t } = useTranslation('library')
  return (
    <Dialog open={problems.length > 0} onClose={onClose} title={t('importFailed')}>
      <ul className="grid gap-3">
        {problems.map(({ where, what }) => (
          <li key={`${where} ${what}`} className="border-line border-t pt-3">
            {where !== '' && <code className="block break-all font-semibold text-small">{where}</code>}
            {what}
          </li>
        ))}
      </ul>
      <p className="mt-6 text-small text-soft">{t('importHelp')}</p>
    </Dialog>
  )
}
