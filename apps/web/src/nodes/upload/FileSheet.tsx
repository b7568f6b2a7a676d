import type { FileKind } from '@humuus/workshop-engine'
import { Download } from 'lucide-react'
import { FilePicture } from '../../files/FilePicture.tsx'
import { FilePlayer } from '../../files/FilePlayer.tsx'
import { useKindWords } from '../../files/kind-words.ts'
import { useFileLink } from '../../files/use-file-link.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Sheet } from '../../ui/Sheet.tsx'

interface SheetFile {
  readonly id: string
  readonly kind: FileKind
  readonly caption: string
  readonly facts: { readonly hasPreview: boolean }
}

/** One file, as large as a phone shows it; heard, seen, or opened. */
export function FileSheet({ file, onClose }: { readonly file: SheetFile | null; readonly onClose: () => void }) {
  const kinds = useKindWords()
  return (
    <Sheet open={file !== null} onClose={onClose} title={file === null ? '' : kinds[file.kind]}>
      {file !== null && <Content file={file} />}
    </Sheet>
  )
}

function Content({ file }: { readonly file: SheetFile }) {
  const { t } = useTranslation('upload')
  const found = useFileLink(file.id)
  const isPlayed = file.kind === 'audio' || file.kind === 'video'
  return (
    <div className="grid grid-cols-1 gap-4">
      {isPlayed ? (
        <FilePlayer file={file} className="max-h-[60dvh] w-full" />
      ) : (
        <div className="h-[60dvh]">
          <FilePicture file={file} hasPreview={file.facts.hasPreview} variant="screen" fit="contain" />
        </div>
      )}
      {file.caption !== '' && <p className="break-words">{file.caption}</p>}
      {file.kind === 'document' && found.is === 'there' && found.link.full !== undefined && (
        <a href={found.link.full} target="_blank" rel="noreferrer" className={buttonClass('quiet', 'normal', true)}>
          <Download aria-hidden="true" className="size-5" />
          {t('open')}
        </a>
      )}
    </div>
  )
}
