import { useTranslation } from '../../i18n/use-translation.ts'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { FitText } from '../../ui/FitText.tsx'
import type { ScreenFace } from '../faces.ts'
import { LargeFile } from './LargeFile.tsx'
import { WallTile } from './WallTile.tsx'
import { gridFor, places } from './wall-grid.ts'

/** The prompt alone until there is something to show; then the wall, or one file of it for all to look at. */
export default function UploadScreen({ content }: ScreenFace<'upload'>) {
  const { t } = useTranslation('upload')
  const { files, highlighted } = content
  if (files === null || files.length === 0) {
    return (
      <h1 className="flex size-full items-center font-bold font-display">
        <FitText text={content.text} />
      </h1>
    )
  }
  const large = files.find(({ id }) => id === highlighted)
  if (large !== undefined) return <LargeFile key={large.id} file={large} />
  const shown = places(files)
  const older = files.length - shown.length
  const { columns, rows } = gridFor(shown.length)
  return (
    <ScreenQuestion text={content.text} quiet>
      <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(16*var(--u))]">
        <ul
          className="grid min-h-0 gap-[calc(20*var(--u))]"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
          }}
        >
          {shown.map((file) => (
            <WallTile key={file.id} file={file} whole={columns <= 2} />
          ))}
        </ul>
        {older > 0 && <p className="text-[calc(28*var(--u))] text-soft">{t('more', { count: older })}</p>}
      </div>
    </ScreenQuestion>
  )
}
