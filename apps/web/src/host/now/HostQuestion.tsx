import { EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

interface HostQuestionProps {
  readonly text: string
  readonly image: { readonly url: string; readonly alt: string } | null
  readonly children: ReactNode
}

/** A question on the console: what was asked, then what came in. */
export function HostQuestion({ text, image, children }: HostQuestionProps) {
  return (
    <article className="grid grid-cols-1 gap-6">
      <h2 className="text-balance font-display font-semibold text-title">{text}</h2>
      {image !== null && <img src={image.url} alt={image.alt} className="max-h-48 rounded-one" />}
      {children}
    </article>
  )
}

/** Says that the hall does not see what stands below yet. */
export function HiddenFromHall() {
  const { t } = useTranslation('console')
  return (
    <p className="flex items-center gap-2 text-small text-soft">
      <EyeOff aria-hidden="true" className="size-4 shrink-0" />
      {t('hiddenOnScreen')}
    </p>
  )
}
