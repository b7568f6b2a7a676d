import type { KeptFile } from '@humuus/workshop-engine'
import { Download } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { FilePicture } from './FilePicture.tsx'
import { useKindWords } from './kind-words.ts'
import { useFileLink } from './use-file-link.ts'

/** Files that somebody gave, to look at once more and to take along. */
export default function KeptFiles({ files }: { readonly files: readonly KeptFile[] }) {
  return (
    <ul className="grid grid-cols-1 gap-2">
      {files.map((file) => (
        <KeptLine key={file.id} file={file} />
      ))}
    </ul>
  )
}

function KeptLine({ file }: { readonly file: KeptFile }) {
  const { t } = useTranslation('upload')
  const kinds = useKindWords()
  const found = useFileLink(file.id)
  const words = file.caption || kinds[file.kind]
  const href = found.is === 'there' ? (found.link.download ?? found.link.full) : undefined
  return (
    <li className="flex items-center gap-3">
      <span className="h-14 w-18 shrink-0 overflow-hidden rounded-one">
        <FilePicture
          file={file}
          hasPreview={file.kind === 'picture' || file.kind === 'document'}
          variant="thumb"
          fit="cover"
        />
      </span>
      <span className="min-w-0 flex-1 break-words font-semibold">{words}</span>
      {found.is === 'gone' && file.kind !== 'picture' && <span className="text-small text-soft">{t('gone')}</span>}
      {href !== undefined && (
        <a
          href={href}
          download
          aria-label={t('downloadOf', { name: words })}
          className="inline-grid size-11 shrink-0 place-items-center rounded-one hover:bg-sunk"
        >
          <Download aria-hidden="true" className="size-5" />
        </a>
      )}
    </li>
  )
}
