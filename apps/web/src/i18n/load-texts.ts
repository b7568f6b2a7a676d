import type { Language } from './language.ts'
import type { Area, Texts } from './texts.ts'

type Words = Readonly<Record<string, string>>

/** Texts travel in parcels: a phone never fetches what only a console says, nor what only one kind of step does before it comes. */
const parcels = {
  en: {
    joining: () => import('./en/for-joining.ts'),
    phone: () => import('./en/for-phones.ts'),
    desk: () => import('./en/for-desks.ts'),
    accounts: () => import('./en/for-accounts.ts'),
    fileRefusals: () => import('./en/file-refusals.ts'),
    styles: () => import('./en/styles.ts'),
    upload: () => import('./en/upload.ts'),
    whiteboard: () => import('./en/whiteboard.ts'),
    wordCloud: () => import('./en/word-cloud.ts'),
  },
  de: {
    joining: () => import('./de/for-joining.ts'),
    phone: () => import('./de/for-phones.ts'),
    desk: () => import('./de/for-desks.ts'),
    accounts: () => import('./de/for-accounts.ts'),
    fileRefusals: () => import('./de/file-refusals.ts'),
    styles: () => import('./de/styles.ts'),
    upload: () => import('./de/upload.ts'),
    whiteboard: () => import('./de/whiteboard.ts'),
    wordCloud: () => import('./de/word-cloud.ts'),
  },
} satisfies Record<Language, Record<Parcel, () => Promise<Readonly<Record<string, Words>>>>>

type Parcel =
  | 'joining'
  | 'phone'
  | 'desk'
  | 'accounts'
  | 'fileRefusals'
  | 'styles'
  | 'upload'
  | 'whiteboard'
  | 'wordCloud'

const parcelOf = {
  common: 'joining',
  join: 'joining',
  phone: 'phone',
  errors: 'joining',
  rejections: 'phone',
  console: 'desk',
  screen: 'desk',
  library: 'desk',
  report: 'desk',
  receipts: 'desk',
  reasons: 'desk',
  account: 'accounts',
  signIn: 'accounts',
  refusals: 'accounts',
  admin: 'accounts',
  fileRefusals: 'fileRefusals',
  ops: 'accounts',
  styles: 'styles',
  upload: 'upload',
  whiteboard: 'whiteboard',
  wordCloud: 'wordCloud',
} satisfies Record<Area, Parcel>

const isArea = (name: string): name is keyof Texts => name in parcelOf

/** The texts of one area in one language; throws when the parcel cannot be fetched. */
export async function loadTexts(language: Language, area: string): Promise<Words> {
  if (!isArea(area)) throw new Error(`there are no texts for "${area}"`)
  const parcel: Readonly<Record<string, Words>> = await parcels[language][parcelOf[area]]()
  const texts = parcel[area]
  if (texts === undefined) throw new Error(`the texts of "${area}" are not in their parcel`)
  return texts
}
