import type { fileRefusals } from './en/file-refusals.ts'
import type * as accounts from './en/for-accounts.ts'
import type * as desk from './en/for-desks.ts'
import type * as phones from './en/for-phones.ts'
import type { phone } from './en/phone.ts'
import type { styles } from './en/styles.ts'
import type { upload } from './en/upload.ts'
import type { whiteboard } from './en/whiteboard.ts'

/** Every area of the product and its texts, as English has them: what `t()` is typed by. */
export type Texts = typeof phones &
  typeof desk &
  typeof accounts & {
    phone: typeof phone
    fileRefusals: typeof fileRefusals
    styles: typeof styles
    upload: typeof upload
    whiteboard: typeof whiteboard
  }

export type Area = keyof Texts
