import { useTranslation } from '../i18n/use-translation.ts'

/** How to check all this without this page, and without trusting it. */
export function CheckYourself({ code }: { readonly code: string }) {
  const { t } = useTranslation('receipts')
  return (
    <section aria-labelledby="check" className="grid max-w-2xl gap-3 print:break-inside-avoid">
      <h2 id="check" className="font-display font-semibold text-title">
        {t('checkYourself')}
      </h2>
      <p>{t('checkYourselfMore')}</p>
      <pre className="overflow-x-auto rounded-one bg-sunk px-4 py-3 font-mono text-small">
        <code>npm run audit -- {code}</code>
      </pre>
    </section>
  )
}
