import type { Language } from './language.ts'
import type { Area } from './texts.ts'

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

/** Areas that travel with others. Every other one has a parcel of its own name. */
const parcelOf = {
  common: 'joining',
  join: 'joining',
  door: 'phone',
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
  ops: 'accounts',
} satisfies Record<Exclude<Area, Parcel>, Parcel>

const parcelFor = (area: string): string => (area in parcelOf ? parcelOf[area as keyof typeof parcelOf] : area)

/** The texts of one area in one language; throws when there are none, or when the parcel cannot be fetched. */
export async function loadTexts(language: Language, area: string): Promise<Words> {
  const fetchParcel: (() => Promise<Readonly<Record<string, Words>>>) | undefined =
    parcels[language][parcelFor(area) as Parcel]
  const texts = (await fetchParcel?.())?.[area]
  if (texts === undefined) throw new Error(`there are no texts for "${area}"`)
  return texts
}
