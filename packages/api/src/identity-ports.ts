import type { Rejection } from '@humuus/workshop-engine'

/** Epoch milliseconds. */
type EpochMs = number

/** Who asks, as their token says. */
export interface User {
  readonly id: string
  readonly deviceId: string
  readonly signInId: string
  /** Number of the token within its sign-in. */
  readonly generation: number
  /** Accounts that were joined to this one: in old sessions the person is still known under their ids. */
  readonly formerIds: readonly string[]
  readonly expiresAt: EpochMs
}

/** What a device shows of itself: `secret` is 32 random bytes as base64url, `label` something like "Firefox, Android". */
export interface DeviceProof {
  readonly deviceId: string
  readonly secret: string
  readonly label: string | null
}

export interface IssuedToken {
  readonly userId: string
  readonly token: string
  readonly expiresAt: EpochMs
}

export type InstallationRole = 'member' | 'host' | 'admin'

/** What a page has to know about who looks at it. */
export interface Me {
  readonly userId: string
  readonly name: string | null
  readonly avatar: string | null
  readonly language: string | null
  /** Has an address or another provider that knows them: more than a device. */
  readonly isRegistered: boolean
  readonly mayHost: boolean
  readonly isAdmin: boolean
}

export interface Profile extends Me {
  readonly email: string | null
  readonly isEmailConfirmed: boolean
  /** An address that waits for the click in its mail. */
  readonly pendingEmail: string | null
  readonly hasPassword: boolean
  /** Providers that know this person, by their address. */
  readonly providers: readonly string[]
  readonly createdAt: EpochMs
}

export interface EmailSignIn {
  readonly email: string
  readonly password: string
  readonly device: DeviceProof
  /** Take along what this device did before as somebody without an address. `null`: not asked yet. */
  readonly takeAlong: boolean | null
}

/** `ask`: the device has a history of its own, and the person says first what is to become of it. */
export type EmailSignInResult =
  | ({ readonly status: 'signed_in' } & IssuedToken)
  | { readonly status: 'ask'; readonly workshops: number; readonly sessions: number }

/** What somebody who came back from a provider says about what this browser did before. */
export interface ProviderAnswer {
  /** What stands behind the # of the page that asks. */
  readonly key: string
  readonly takeAlong: boolean
  /** This browser's own where it takes that along; else a new one, for the old one stays what it was. */
  readonly device: DeviceProof
}

/** Signing in and out. Every method throws a refusal in words. */
export interface SignIns {
  device(proof: DeviceProof, address: string): Promise<IssuedToken>
  email(input: EmailSignIn, address: string): Promise<EmailSignInResult>
  /** Ends a sign-in through a provider that had to ask. `user`: who the browser was then, and still is. */
  provider(answer: ProviderAnswer, user: User, address: string): Promise<IssuedToken>
  /** The next token of the same sign-in. */
  renew(user: User): Promise<IssuedToken>
  /** The page that got this token is here. Gives a new one where the account has changed since it was made. */
  arrived(user: User): Promise<{ me: Me; renewed: IssuedToken | null }>
  signOut(user: User): Promise<void>
}

export interface SignedInDevice {
  readonly deviceId: string
  readonly label: string | null
  readonly createdAt: EpochMs
  readonly lastSeenAt: EpochMs
  readonly isThisOne: boolean
}

/** What somebody does with their own account. Every method throws a refusal in words. */
export interface Accounts {
  profile(user: User): Promise<Profile>
  update(user: User, changes: { name?: string; avatar?: string | null; language?: 'de' | 'en' }): Promise<void>
  /** `check_mail`: a mail decides, whether the address is known or not; `registered`: nobody checks addresses here. */
  register(
    user: User,
    input: { email: string; password: string; language: 'de' | 'en' },
    address: string,
  ): Promise<{ status: 'check_mail' | 'registered' }>
  confirmEmail(key: string, address: string): Promise<{ email: string }>
  forgotPassword(input: { email: string; language: 'de' | 'en' }, address: string): Promise<void>
  resetPassword(input: { key: string; password: string }, address: string): Promise<void>
  /** All other devices are signed out. */
  changePassword(user: User, input: { current: string; password: string }): Promise<void>
  changeEmail(
    user: User,
    input: { email: string; password: string; language: 'de' | 'en' },
    address: string,
  ): Promise<{ status: 'check_mail' | 'changed' }>
  devices(user: User): Promise<readonly SignedInDevice[]>
  signOutDevice(user: User, deviceId: string): Promise<void>
  /** Everything that is kept about this person, as plain data. */
  export(user: User): Promise<unknown>
  /** What they did in sessions stays, without their name. `password` where there is one. */
  remove(user: User, password: string | null): Promise<void>
  /** Makes the person what the invitation says. */
  acceptInvitation(user: User, key: string, address: string): Promise<{ role: InstallationRole }>
  becomeAdmin(user: User, key: string, address: string): Promise<void>
  /** What somebody may on this installation. */
  standing(userId: string): Promise<{ mayHost: boolean; isAdmin: boolean }>
}

export interface ListedPerson {
  readonly userId: string
  readonly name: string | null
  readonly email: string | null
  readonly role: InstallationRole
  readonly createdAt: EpochMs
}

export interface Invitation {
  readonly email: string
  readonly role: InstallationRole
  readonly createdAt: EpochMs
  readonly expiresAt: EpochMs
}

/** What admins do with people. */
export interface People {
  list(search: string): Promise<readonly ListedPerson[]>
  setRole(userId: string, role: InstallationRole): Promise<void>
  /** As if they had removed themselves; signed out everywhere at once. */
  remove(userId: string): Promise<void>
  /** The link is also given back, for where no mail is sent. */
  invite(by: User, input: { email: string; role: InstallationRole; language: 'de' | 'en' }): Promise<{ link: string }>
  invitations(): Promise<readonly Invitation[]>
}

export type Hosting = 'everybody' | 'registered' | 'invited'

/** How this installation is set up, as far as everybody may know. */
export interface Installation {
  readonly hosting: Hosting
  /** Addresses are confirmed by mail. */
  readonly checksEmail: boolean
  /** Mail is sent; otherwise it is kept for the admin. */
  readonly sendsMail: boolean
  /** Name of the provider that facilitators may sign in with. */
  readonly provider: string | null
}

/** Brakes for those who try too often, kept where all servers see them. */
export interface Limits {
  /** Counts one try; refuses (`too_many_tries`) once there were too many. */
  take(limit: LimitName, key: string): Promise<void>
  /** Refuses like `take`, and counts nothing. */
  check(limit: LimitName, key: string): Promise<void>
}

/** What is counted by whom: see the table of the server. */
export type LimitName =
  | 'newDevicesByAddress'
  | 'wrongCodesByAddress'
  | 'wrongCodesByAll'
  | 'wrongPasswordsByAddress'
  | 'wrongPasswordsByAccount'
  | 'wrongPasswordsByDevice'
  | 'wrongKeysByAddress'
  | 'newPasswordsByAll'
  | 'newWorkshopsByAddress'
  | 'newSessionsByAddress'
  | 'mailsByAddress'
  | 'mailsByRecipient'
  | 'exportsByAccount'
  | 'newUploadsByPerson'

/** Why a token did not count, for the log. */
export type TokenTrouble = 'malformed' | 'forged' | 'expired' | 'not_yet' | 'over' | 'two_identities'

/** Who asks: somebody, nobody, or somebody whose token was refused. */
export interface Authentication {
  readonly user: User | null
  readonly rejection: Rejection | null
}
