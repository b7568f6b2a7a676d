/** Where the pages are that a link leads to. What a link keeps secret stands behind the #, which browsers tell no server. */
export interface Links {
  signIn(): string
  forgotten(): string
  confirmEmail(key: string): string
  resetPassword(key: string): string
  invitation(key: string): string
}

/** Links of the installation at this public address. */
export function linksOf(publicUrl: () => string): Links {
  const to = (path: string, key?: string) => new URL(key === undefined ? path : `${path}#${key}`, publicUrl()).href
  return {
    signIn: () => to('/sign-in'),
    forgotten: () => to('/sign-in/forgotten'),
    confirmEmail: (key) => to('/account/confirm', key),
    resetPassword: (key) => to('/account/reset', key),
    invitation: (key) => to('/account/invitation', key),
  }
}
