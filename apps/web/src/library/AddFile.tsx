import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { askAgain } from '../ask-again.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { refusalOf, rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/use-toast.ts'
import { DropVeil } from './DropVeil.tsx'
import { HostingRefused } from './HostingRefused.tsx'
import { type FileProblem, ProblemsDialog } from './ProblemsDialog.tsx'
import { readWorkshopFile } from './read-workshop-file.ts'

/** Puts a workshop file into the library, picked or dropped; what is wrong with it is shown by place. */
export function AddFile() {
  const { t } = useTranslation('library')
  const words = useRejectionWords()
  const { show } = useToast()
  const [problems, tell] = useState<readonly FileProblem[]>([])
  const [isRefused, refuse] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const queries = trpc.useUtils()
  const create = trpc.workshops.create.useMutation()

  const add = async (file: File) => {
    const read = await readWorkshopFile(file)
    if (!read.ok) {
      const what = read.problem === 'too_large' ? t('fileTooLarge') : t('fileNotJson', { detail: read.detail })
      return tell([{ where: '', what }])
    }
    try {
      const result = await create.mutateAsync({ file: read.content })
      if (!result.ok) return tell(result.issues.map(({ path, message }) => ({ where: path, what: message })))
      await askAgain(queries.workshops.list)
      show({ text: t('imported', { title: titleOf(read.content) ?? file.name }) })
    } catch (error) {
      if (refusalOf(error)?.code === 'may_not_host') return refuse(true)
      show({ text: words(rejectionOf(error) ?? { code: 'unavailable' }) })
    }
  }
  return (
    <>
      <Button
        icon={<FileUp aria-hidden="true" className="size-5" />}
        busy={create.isPending}
        onClick={() => picker.current?.click()}
      >
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
          if (file !== undefined) void add(file)
          target.value = ''
        }}
      />
      <DropVeil onDrop={(file) => void add(file)} />
      <Dialog open={isRefused} title={t('mayNotHost')} onClose={() => refuse(false)}>
        <HostingRefused />
      </Dialog>
      <ProblemsDialog problems={problems} onClose={() => tell([])} />
    </>
  )
}

const titleOf = (content: unknown): string | null => {
  const { title } = Object(content) as { title?: unknown }
  return typeof title === 'string' ? title : null
}
