import { Download } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { saveFile } from '../../library/save-file.ts'
import { csv, separatorOf } from '../../report/csv.ts'
import { Button } from '../../ui/Button.tsx'

interface SaveWordsProps {
  readonly title: string
  readonly words: readonly { readonly text: string; readonly count: number }[]
}

/** Words and how many people gave them, as a table for elsewhere. */
export function SaveWords({ title, words }: SaveWordsProps) {
  const { t, i18n } = useTranslation('wordCloud')
  const save = () => {
    const rows = [[t('word'), t('people')], ...words.map(({ text, count }) => [text, count])]
    saveFile(`${title}.csv`, csv(rows, separatorOf(i18n.language)), 'text/csv;charset=utf-8')
  }
  return (
    <div className="print:hidden">
      <Button size="small" icon={<Download />} onClick={save}>
        {t('saveWords')}
      </Button>
    </div>
  )
}
