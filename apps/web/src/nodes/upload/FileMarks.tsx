import type { FileKind } from '@humuus/workshop-engine'
import { lengthWords } from '../../files/length-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'

interface FileMarksProps {
  readonly file: {
    readonly kind: FileKind
    readonly facts: { readonly seconds: number | null; readonly pages: number | null } | null
  }
  readonly className?: string
}

/** How long it is, in time or pages, on a corner of its picture. */
export function FileMarks({ file, className = 'text-small' }: FileMarksProps) {
  const { t } = useTranslation('upload')
  const { kind, facts } = file
  const words =
    facts?.seconds != null
      ? lengthWords(facts.seconds)
      : kind === 'document' && facts?.pages != null
        ? t('pages', { count: facts.pages })
        : null
  if (words === null) return null
  return (
    <span
      className={`figures absolute right-[0.5em] bottom-[0.5em] rounded-one bg-ink px-[0.6em] py-[0.2em] text-paper ${className}`}
    >
      {words}
    </span>
  )
}
