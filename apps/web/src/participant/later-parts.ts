import { later } from '../ui/later.ts'

// What a phone does not show at once: it travels while nothing else does, so that the first step is there sooner.

/** Asks who is new for a name. */
export const NamePage = later(async () => (await import('./door/NamePage.tsx')).NamePage)

/** Out of the session, by one's own wish or not. */
export const GonePage = later(async () => (await import('./door/GonePage.tsx')).GonePage)

/** A door that does not open for this person. */
export const ShutPage = later(async () => (await import('./door/ShutPage.tsx')).ShutPage)

/** The person went on in another window. */
export const TakenOverPage = later(async () => (await import('./session/TakenOverPage.tsx')).TakenOverPage)

/** Everything behind the one button of a session. */
export const SessionMenu = later(async () => (await import('./session/SessionMenu.tsx')).SessionMenu)

/** The end of a session. */
export const OverPage = later(async () => (await import('./over/OverPage.tsx')).OverPage)

/** The scores between steps, and at the end. */
export const Scoreboard = later(async () => (await import('./step/Scoreboard.tsx')).Scoreboard)

/** Files that are still being sent while something else is shown. */
export const UploadsOnTheWay = later(
  async () => (await import('../nodes/upload/sending/UploadsOnTheWay.tsx')).UploadsOnTheWay,
)

/** Fetches all of them, the next one needed first. */
export function preloadParts(): void {
  for (const part of [NamePage, SessionMenu, Scoreboard, TakenOverPage, GonePage, OverPage, ShutPage]) part.preload()
}
