import { ImagePlus } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { useFileRefusalWords } from '../files/file-refusal-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { MediaItem } from './MediaItem.tsx'
import { useSendMedia } from './use-send-media.ts'

/** While a picture is prepared it is looked for this often (ms). */
const lookMs = 2_000

/** Pictures for slides and questions of a workshop: sent once, then named in its file by their address. */
export function Media({ workshopId }: { readonly workshopId: string }) {
  const { t } = useTranslation(['library', 'fileRefusals'])
  const refused = useFileRefusalWords()
  const media = trpc.files.media.useQuery(undefined, {
    refetchInterval: ({ state }) =>
      state.data?.some(({ isReady, trouble }) => !isReady && trouble === null) === true ? lookMs : false,
  })
  const limits = trpc.files.limits.useQuery()
  const input = useRef<HTMLInputElement>(null)
  const sending = useSendMedia(workshopId, () => void media.refetch())
  const mine = media.data?.filter((file) => file.workshopId === workshopId) ?? []
  const accept = limits.data?.accept
    .filter(({ kind }) => kind === 'picture')
    .flatMap(({ types }) => types)
    .join(',')
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (file !== undefined) sending.send(file)
  }
  return (
    <Section title={t('media')} hint={t('mediaHint')}>
      <div className="grid gap-4">
        {mine.length > 0 && (
          <ul className="grid gap-3">
            {mine.map((file) => (
              <MediaItem key={file.id} file={file} onChanged={() => void media.refetch()} />
            ))}
          </ul>
        )}
        {sending.refusal !== null && <Notice tone="refused">{refused(sending.refusal)}</Notice>}
        <input
          ref={input}
          type="file"
          accept={accept}
          onChange={pick}
          aria-label={t('addPicture')}
          tabIndex={-1}
          className="sr-only"
        />
        <Button
          className="justify-self-start"
          busy={sending.percent !== null}
          icon={<ImagePlus aria-hidden="true" className="size-5" />}
          onClick={() => input.current?.click()}
        >
          {sending.percent === null ? t('addPicture') : t('sendingPicture', { percent: sending.percent })}
        </Button>
      </div>
    </Section>
  )
}
