import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { fetchAlong } from './i18n/i18n.ts'
import { PageBoundary } from './ui/PageBoundary.tsx'
import { PageSkeleton } from './ui/PageSkeleton.tsx'

type LoadPage = () => Promise<{ default: ComponentType }>

/** A page that lives on what the server says: what talks to it travels beside it, and words for whatever it refuses. */
const live = (load: LoadPage): LoadPage => {
  return async () => {
    const [{ default: Page }, { withLive }] = await Promise.all([
      load(),
      import('./live/with-live.tsx'),
      fetchAlong('phone', 'rejections'),
    ])
    return { default: withLive(Page) }
  }
}

/** The same for one that asks through the hooks of `trpc`. */
const desk = (load: LoadPage): LoadPage =>
  live(async () => {
    const [{ default: Page }, { withQueries }] = await Promise.all([load(), import('./QueryProvider.tsx')])
    return { default: withQueries(Page) }
  })

const accounts = desk(() => import('./account/AccountPages.tsx'))

/** Every address of the app and the chunk its page lives in. A page reads its parameters with `useParams<'/s/:code'>()`. */
const pages = {
  '/': () => import('./join/JoinPage.tsx'),
  '/s/:code': live(() => import('./participant/ParticipantPage.tsx')),
  '/host/:session': desk(() => import('./host/HostPage.tsx')),
  '/screen/:session': desk(() => import('./screen/ScreenPage.tsx')),
  '/library': desk(() => import('./library/LibraryPage.tsx')),
  '/w/:workshop': desk(() => import('./library/WorkshopPage.tsx')),
  '/report/:session': desk(() => import('./report/ReportPage.tsx')),
  '/receipts/:session': desk(() => import('./receipts/ReceiptsPage.tsx')),
  '/sign-in/:page?': accounts,
  '/account/:page?': accounts,
  '/admin/:page?': accounts,
  '/ops': accounts,
  '/_styles': desk(() => import('./styles/StylesPage.tsx')),
} as const satisfies Readonly<Record<string, LoadPage>>

const firstPart = (path: string): string => path.split('/')[1] ?? ''
const routes = Object.entries(pages).map(([path, load]) => ({ path, load, Page: lazy<ComponentType>(load) }))
const NotFoundPage = lazy(() => import('./NotFoundPage.tsx'))

/** Starts fetching the page of this address before anything is drawn. */
export function preloadPage(address: string): void {
  const route = routes.find(({ path }) => firstPart(path) === firstPart(address))
  // A failure is not lost: the page's own load meets it again, and the boundary says so.
  route?.load().catch(() => undefined)
}

/** A new page begins at its top. */
function FromTheTop() {
  useEffect(() => scrollTo(0, 0), [])
  return null
}

/** The page of the current address; each is fetched when it is first needed. */
export function Pages() {
  const [address] = useLocation()
  return (
    <PageBoundary key={address}>
      <FromTheTop />
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          {routes.map(({ path, Page }) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </PageBoundary>
  )
}
