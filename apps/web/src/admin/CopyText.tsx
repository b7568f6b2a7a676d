import { Copy } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/use-toast.ts'

/** A text to pass on by hand. Browsers have a clipboard only on secure pages; elsewhere it is selected with a press. */
export function CopyText({ text }: { readonly text: string }) {
  const { t } = useTranslation('admin')
  const { show } = useToast()
  return (
    <div className="grid gap-3 rounded-one bg-sunk p-4">
      <pre className="select-all whitespace-pre-wrap break-all font-text text-small [overflow-wrap:anywhere] [word-break:normal]">
        {text}
      </pre>
      {'clipboard' in navigator && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Copy aria-hidden="true" className="size-5" />}
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => show({ text: t('copied') }),
              () => undefined,
            )
          }
        >
          {t('copy')}
        </Button>
      )}
    </div>
  )
}
