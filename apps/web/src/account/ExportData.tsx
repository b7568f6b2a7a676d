import { Download } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { saveFile } from '../library/save-file.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFailureWords } from './failure-words.ts'

/** Everything that is kept about one, as a file. */
export function ExportData() {
  const { t } = useTranslation('account')
  const words = useFailureWords()
  const collect = trpc.account.export.useMutation({
    onSuccess(all) {
      const day = new Date().toISOString().slice(0, 10)
      saveFile(`humuus-${day}.json`, JSON.stringify(all, null, 2), 'application/json')
    },
  })
  return (
    <div className="grid justify-items-start gap-4">
      <Button
        icon={<Download aria-hidden="true" className="size-5" />}
        busy={collect.isPending}
        onClick={() => collect.mutate()}
      >
        {t('export')}
      </Button>
      {collect.isSuccess && <Notice tone="saved">{t('exported')}</Notice>}
      {collect.isError && <Notice tone="refused">{words(collect.error)}</Notice>}
    </div>
  )
}
