/** The name somebody wished for, when it was another's and they were given "Kim 2" instead; else `null`. */
export function takenName(wished: string | null, given: string): string | null {
  if (wished === null || !given.startsWith(`${wished} `)) return null
  return /^\d+$/.test(given.slice(wished.length + 1)) ? wished : null
}
