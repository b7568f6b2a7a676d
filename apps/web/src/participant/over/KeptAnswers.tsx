import type { KeptAnswer } from '@humuus/workshop-engine'
import { Check, Copy, Download, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useKindWords } from '../../files/kind-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { useSessionSituation } from '../session/session-situation.ts'
import { fileName, keptText } from './kept-text.ts'
import { saveText } from './save-text.ts'

const KeptFiles = lazy(() => import('../../files/KeptFiles.tsx'))

interface KeptAnswersProps {
  readonly kept: readonly KeptAnswer[]
  readonly title: string
}

/** My answers, to read once more and to take along. */
export function KeptAnswers({ kept, title }: KeptAnswersProps) {
  const { t } = useTranslation('phone')
  return (
    <section className="grid grid-cols-1 gap-5">
      <h2 className="font-display font-semibold text-title">{t('yourAnswers', { count: kept.length })}</h2>
      <ol className="grid grid-cols-1 border-line border-t">
        {kept.map((answer) => (
          <KeptLine key={answer.nodeId} answer={answer} />
        ))}
      </ol>
      <TakeAlong kept={kept} title={title} />
    </section>
  )
}

function KeptLine({ answer: { prompt, answer, right, points, files } }: { readonly answer: KeptAnswer }) {
  const { t } = useTranslation(['phone', 'common'])
  const { language } = useSessionSituation()
  return (
    <li className="grid grid-cols-1 gap-1.5 border-line border-b py-4">
      <p lang={language} className="text-small text-soft">
        {prompt}
      </p>
      {answer === null && <p className="text-soft">{t('noAnswer')}</p>}
      {answer !== null && files !== undefined && (
        <Suspense>
          <KeptFiles files={files} />
        </Suspense>
      )}
      {files === undefined &&
        answer?.map((text) => (
          <p key={text} className="whitespace-pre-line break-words font-semibold">
            {text}
          </p>
        ))}
      {(right !== null || points !== null) && (
        <p className="figures flex items-center gap-4 text-small">
          {right !== null && (
            <span className={`inline-flex items-center gap-1 font-semibold ${right ? 'text-accent' : 'text-danger'}`}>
              {right ? (
                <Check aria-hidden="true" strokeWidth={3} className="size-4" />
              ) : (
                <X aria-hidden="true" strokeWidth={3} className="size-4" />
              )}
              {right ? t('common:right') : t('common:wrong')}
            </span>
          )}
          {points !== null && <span className="text-soft">{t('common:points', { count: points })}</span>}
        </p>
      )}
    </li>
  )
}

function TakeAlong({ kept, title }: KeptAnswersProps) {
  const { t, i18n } = useTranslation(['phone', 'common'])
  const { myName, points, place } = useSessionSituation()
  const kinds = useKindWords()
  const [copied, setCopied] = useState(false)
  const text = () => {
    const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date())
    const score = place === null ? '' : `${t('common:place', { place })}, ${t('common:points', { count: points })}`
    const words = {
      right: t('common:right'),
      wrong: t('common:wrong'),
      notAnswered: t('noAnswer'),
      points: (count: number) => t('common:points', { count }),
      kinds,
    }
    return keptText({ title, about: [date, myName, score], kept }, words)
  }
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
  }
  // Browsers have a clipboard only on secure pages.
  const canCopy = 'clipboard' in navigator
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] gap-3">
      <Button
        tone="primary"
        icon={<Download aria-hidden="true" className="size-5" />}
        onClick={() => saveText(fileName(title), text())}
      >
        {t('saveAsText')}
      </Button>
      {canCopy && (
        <Button icon={<Copy aria-hidden="true" className="size-5" />} onClick={() => void copy()}>
          <span role="status">{copied ? t('copied') : t('copy')}</span>
        </Button>
      )}
    </div>
  )
}
