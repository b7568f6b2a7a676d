import type { fileRefusals } from './en/file-refusals.ts'
import type * as accounts from './en/for-accounts.ts'
import type * as desk from './en/for-desks.ts'
import type * as joining from './en/for-joining.ts'
import type * as phone from './en/for-phones.ts'
import type { styles } from './en/styles.ts'
import type { upload } from './en/upload.ts'
import type { whiteboard } from './en/whiteboard.ts'
import type { wordCloud } from './en/word-cloud.ts'

/** Every area of the product and its texts, as English has them: what `t()` is typed by. */
export type Texts = typeof joining &
  typeof phone &
  typeof desk &
  typeof accounts & {
    fileRefusals: typeof fileRefusals
    styles: typeof styles
    upload: typeof upload
    whiteboard: typeof whiteboard
    wordCloud: typeof wordCloud
  }

export type Area = keyof Texts
