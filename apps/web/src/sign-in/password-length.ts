const fewest = 10
const most = 128

/** How long a password is, as people count characters, and what it lacks or has too much for the rules of the server. */
export function passwordLength(password: string): { length: number; tooFew: number; tooMany: number } {
  const { length } = [...password]
  return { length, tooFew: Math.max(0, fewest - length), tooMany: Math.max(0, length - most) }
}
