import type { FileVariant } from '@humuus/api'
import type { FileRecord } from '@humuus/db'
import type { FileNews } from '@humuus/workshop-engine'
import { z } from 'zod'

const Variants = z.array(
  z.object({
    variant: z.enum(['thumb', 'screen', 'full']),
    key: z.string(),
    type: z.string(),
    size: z.number(),
    digest: z.string(),
    width: z.number().optional(),
    height: z.number().optional(),
    seconds: z.number().optional(),
    pages: z.number().optional(),
  }),
)

/** The forms in which a file is given out; none before it is ready. */
export const variantsOf = ({ variants }: FileRecord): FileVariant[] => Variants.catch([]).parse(variants)

/** What a session is told of a file that is ready. */
export function readyNews(file: FileRecord & { kind: NonNullable<FileRecord['kind']> }): FileNews {
  const variants = variantsOf(file)
  const full = variants.find(({ variant }) => variant === 'full')
  // As it is seen: sizes of pictures of a document or a video are not those of the file.
  const seen = file.kind === 'picture' || file.kind === 'video' ? full : undefined
  const shown = seen?.width !== undefined ? seen : variants.find(({ variant }) => variant === 'screen')
  return {
    is: 'ready',
    kind: file.kind,
    isScanned: file.state !== 'unscanned',
    hasPreview: variants.some(({ variant }) => variant !== 'full'),
    ...(whole(shown?.width) && { width: shown?.width }),
    ...(whole(shown?.height) && { height: shown?.height }),
    ...(full?.seconds !== undefined && { seconds: full.seconds }),
    ...(whole(full?.pages) && { pages: full?.pages }),
  }
}

const whole = (value: number | undefined): boolean => value !== undefined && Number.isInteger(value) && value > 0
