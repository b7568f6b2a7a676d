import { watched } from './watched.ts'

const name = 'humuus.uploads'

/** Whether this browser has files that are still on their way, also from before a reload: then what sends them has to be fetched. */
export const uploadsUnderWay = watched(wereThere())

/** Says it, and keeps it for the page that comes next. */
export function sayUploadsUnderWay(are: boolean): void {
  uploadsUnderWay.set(are)
  try {
    if (are) localStorage.setItem(name, 'yes')
    else localStorage.removeItem(name)
  } catch {
    // Storage is closed: nothing is kept there that could be sent later.
  }
}

function wereThere(): boolean {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}
