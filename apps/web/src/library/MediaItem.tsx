import { Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FileIcon } from '../files/FileIcon.tsx'
import { useFileRefusalWords } from '../files/file-refusal-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { refusalOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'

interface MediaItemProps {
  readonly file: RouterOutputs['files']['media'][number]
  readonly onChanged: () => void
}

/** A picture with the address that a workshop's file names it by. */
export function MediaItem({ file, onChanged }: MediaItemProps) {
  const { t } = useTranslation(['library', 'fileRefusals'])
  const words = useFileRefusalWords()
  const [copied, setCopied] = useState(false)
  const remove = trpc.files.removeMedia.useMutation({ onSuccess: onChanged })
  const { id, name, url, thumb, trouble } = file
  const refusal = remove.isError ? refusalOf(remove.error) : trouble
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 rounded-one border border-line bg-raised pr-1">
      <span className="grid h-18 place-items-center overflow-hidden rounded-l-one bg-sunk text-soft">
        {thumb === null ? (
          <FileIcon kind="picture" className="size-8" />
        ) : (
          <img src={thumb} alt="" loading="lazy" className="size-full object-cover" />
        )}
      </span>
      <div className="min-w-0 py-2">
        <p className="truncate font-semibold">{name}</p>
        {url !== null && <p className="select-all break-all text-small text-soft">{url}</p>}
        {url === null && trouble === null && <p className="text-small text-soft">{t('pictureChecked')}</p>}
        {refusal !== null && <p className="text-danger text-small">{words(refusal)}</p>}
      </div>
      <div className="flex items-center">
        {url !== null && 'clipboard' in navigator && (
          <Button
            tone="plain"
            size="small"
            icon={<Copy aria-hidden="true" className="size-4" />}
            onClick={() => copy(url)}
          >
            <span role="status">{t(copied ? 'addressCopied' : 'copyAddress')}</span>
          </Button>
        )}
        <IconButton
          label={t('removePicture', { name })}
          icon={<Trash2 aria-hidden="true" className="size-5" />}
          disabled={remove.isPending}
          onClick={() => remove.mutate({ fileId: id })}
        />
      </div>
    </li>
  )
}
