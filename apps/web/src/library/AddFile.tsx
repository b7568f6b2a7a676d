import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/use-toast.ts'
import { ProblemsDialog } from './ProblemsDialog.tsx'
import { type FileProblem, readWorkshopFile } from './read-workshop-file.ts'

/** Puts a workshop file into the library; what is wrong with it is shown by place. */
export function AddFile() {
  const { t } = useTranslation('library')
  const { show } = useToast()
  const [problems, tell] = useState<readonly FileProblem[]>([])
  const picker = useRef<HTMLInputElement>(null)
  const queries = trpc.useUtils()
  const create = trpc.workshops.create.useMutation()

  const add = async (file: File) => {
    const read = await readWorkshopFile(file)
    if (!read.ok) return tell(read.problems)
    try {
      const result = await create.mutateAsync({ file: read.content })
      if (!result.ok) return tell(result.issues.map(({ path, message }) => ({ where: path, what: message })))
      await queries.workshops.list.invalidate()
      show({ text: t('imported', { title: file.name }) })
    } catch {
      show({ text: t('importFailed') })
    }
  }
  return (
    <>
      <Button icon={<FileUp />} busy={create.isPending} onClick={() => picker.current?.click()}>
        {t('importFile')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label={t('importFile')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file !== undefined) void add(file)
        }}
      />
      <ProblemsDialog problems={problems} onClose={() => tell([])} />
    </>
  )
}
