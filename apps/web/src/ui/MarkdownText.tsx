import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { useTranslation } from '../i18n/use-translation.ts'

/** Addresses a text may lead to or show: the web, mail, and our own files. Everything else becomes nothing. */
const safeLink = (url: string): string => (/^(https?:|mailto:)/i.test(url) || isRelative(url) ? url : '')
const safePicture = (url: string): string => (/^https?:/i.test(url) || isRelative(url) ? url : '')
const isRelative = (url: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) && !url.trim().startsWith('//')

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
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      components={components}
      urlTransform={(url, key) => (key === 'src' ? safePicture(url) : safeLink(url))}
    >
      {text}
    </ReactMarkdown>
  )
}
