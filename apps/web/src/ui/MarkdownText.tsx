import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { useTranslation } from '../i18n/use-translation.ts'
import { safeAddress } from './safe-address.ts'

const components: Components = {
  a: ({ node: _, ...link }) => <SafeLink {...link} />,
  img: ({ node: _, alt, ...picture }) => (
    <img {...picture} alt={alt ?? ''} loading="lazy" referrerPolicy="no-referrer" />
  ),
  input: ({ node: _, ...box }) => <TaskBox checked={box.checked ?? false} />,
  // Tables are wider than phones: they scroll in their own frame, also by keyboard.
  table: ({ node: _, ...table }) => (
    <div className="table-frame">
      <table {...table} />
    </div>
  ),
}

/** The box of a task in a list: shown, not clicked. */
function TaskBox({ checked }: { checked: boolean }) {
  const { t } = useTranslation()
  return <input type="checkbox" checked={checked} disabled aria-label={t(checked ? 'taskDone' : 'taskOpen')} />
}

function SafeLink({ children, ...link }: ComponentProps<'a'>) {
  const { t } = useTranslation()
  return (
    <a {...link} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      <span className="sr-only"> ({t('newTab')})</span>
    </a>
  )
}

/** The Markdown reader itself; use `Markdown`, which fetches it when needed. */
export default function MarkdownText({ text }: { readonly text: string }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} components={components} urlTransform={safeAddress}>
      {text}
    </ReactMarkdown>
  )
}
