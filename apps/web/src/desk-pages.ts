import type { LoadPage } from './page.tsx'

/** A page that asks through the hooks of `trpc`. */
const desk =
  (load: LoadPage): LoadPage =>
  async () => {
    const [{ default: Page }, { withQueries }] = await Promise.all([load(), import('./QueryProvider.tsx')])
    return { default: withQueries(Page) }
  }

/** The pages of those who host. They have many parts: the list of these is a file of its own, which no phone fetches. */
export const deskPages = {
  host: desk(() => import('./host/HostPage.tsx')),
  screen: desk(() => import('./screen/ScreenPage.tsx')),
  library: desk(() => import('./library/LibraryPage.tsx')),
  workshop: desk(() => import('./library/WorkshopPage.tsx')),
  report: desk(() => import('./report/ReportPage.tsx')),
  receipts: desk(() => import('./receipts/ReceiptsPage.tsx')),
  accounts: desk(() => import('./account/AccountPages.tsx')),
  styles: desk(() => import('./styles/StylesPage.tsx')),
} as const satisfies Readonly<Record<string, LoadPage>>
