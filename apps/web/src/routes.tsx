import { Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { deskPages } from './desk-pages.ts'
import { fetchAlong } from './i18n/i18n.ts'
import { type LoadPage, pageOf } from './page.tsx'
import { PageBoundary } from './ui/PageBoundary.tsx'
import { PageSkeleton } from './ui/PageSkeleton.tsx'

/** A page that lives on what the server says: what talks to it travels beside it, and words for whatever it refuses. */
const live = (load: LoadPage): LoadPage => {
  return async () => {
    const [{ default: Page }, { withLive }] = await Promise.all([
      load(),
      import('./live/with-live.tsx'),
      fetchAlong('phone', 'door', 'rejections'),
    ])
    return { default: withLive(Page) }
  }
}

const desk = (name: keyof typeof deskPages): LoadPage =>
  live(async () => (await import('./desk-pages.ts')).deskPages[name]())

const accounts = desk('accounts')

/** Every address of the app and the chunk its page lives in. A page reads its parameters with `useParams<'/s/:code'>()`. */
const pages = {
  '/': () => import('./join/JoinPage.tsx'),
  '/s/:code': live(() => import('./participant/ParticipantPage.tsx')),
  '/host/:session': desk('host'),
  '/screen/:session': desk('screen'),
  '/library': desk('library'),
  '/w/:workshop': desk('workshop'),
  '/report/:session': desk('report'),
  '/receipts/:session': desk('receipts'),
  '/sign-in/:page?': accounts,
  '/account/:page?': accounts,
  '/admin/:page?': accounts,
  '/ops': accounts,
  '/_styles': desk('styles'),
} as const satisfies Readonly<Record<string, LoadPage>>

const firstPart = (path: string): string => path.split('/')[1] ?? ''
const routes = Object.entries(pages).map(([path, load]) => ({ path, ...pageOf(load) }))
const { Page: NotFoundPage } = pageOf(() => import('./NotFoundPage.tsx'))

/** Fetches the page of this address before it is drawn; resolves when it is there or cannot be had. */
export async function preloadPage(address: string): Promise<void> {
  const route = routes.find(({ path }) => firstPart(path) === firstPart(address))
  // A failure is not lost: the page's own load meets it again, and the boundary says so.
  await route?.fetch().catch(() => undefined)
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
