import { useTranslation } from '../../i18n/use-translation.ts'
import { Markdown } from '../../ui/Markdown.tsx'
import type { HostFace } from '../faces.ts'

/** The last picture. */
export default function EndHost({ content }: HostFace<'end'>) {
  const { t } = useTranslation('console')
  return (
    <article className="grid grid-cols-1 gap-4">
      <h2 className="font-bold font-display text-headline">{content.headline ?? t('done')}</h2>
      {content.text !== null && <Markdown text={content.text} />}
    </article>
  )
}
