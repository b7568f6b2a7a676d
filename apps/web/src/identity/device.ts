import { uuid } from './uuid.ts'

/** What makes this browser the same person tomorrow. `secret`: 32 random bytes, base64url, 43 characters. */
export interface Device {
  readonly deviceId: string
  readonly secret: string
}

/** `isKept: false`: storage is closed here, so the person is new with every page. */
export interface OwnDevice {
  readonly device: Device
  readonly isNew: boolean
  readonly isKept: boolean
}

/** The parts of a browser in which a device lives; `null` where the browser has closed or lacks them. */
export interface DeviceHome {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  readonly locks: Pick<LockManager, 'request'> | null
  /** Where a device is kept a second time; without it, once. */
  readonly vault?: DeviceVault
}

/**
 * A second place for a device: browsers write `localStorage` to the disk some seconds late, and whoever crashes before that would
 * be somebody else afterwards, with answers that are not theirs. May reject.
 */
export interface DeviceVault {
  read(): Promise<string | null>
  write(text: string): Promise<void>
}

const key = 'humuus.device'

/** Where the device waits that was here before somebody signed in with an account of their own. */
const keyBefore = 'humuus.device.before'

/** A vault that does not answer is not waited for. */
const vaultMs = 1_000

/** Longer than a tab takes from finding nothing to having written. */
const settleMs = 60

/** This browser's device, made on first launch. Tabs that start at the same time agree on one. */
export async function ownDevice(home: DeviceHome): Promise<OwnDevice> {
  const { storage, locks, vault } = home
  if (storage === null) return unkept()
  try {
    const known = read(storage) ?? (await recovered(storage, vault))
    if (known !== null) return { device: known, isNew: false, isKept: true }
    const own = locks === null ? await agreed(storage) : await locks.request(key, () => readOrMake(storage))
    keepTwice(own.device, vault)
    return own
  } catch {
    return unkept()
  }
}

/** Without locks the last tab to write wins: all of them read what it left. */
async function agreed(storage: Pick<Storage, 'getItem' | 'setItem'>): Promise<OwnDevice> {
  write(storage, makeDevice())
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  return readOrMake(storage)
}

/** The device of the vault, put back into its place. */
async function recovered(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  vault: DeviceVault | undefined,
): Promise<Device | null> {
  if (vault === undefined) return null
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), vaultMs))
  const device = parsed(await Promise.race([vault.read().catch(() => null), late]))
  // Another tab may have been faster.
  const known = read(storage)
  if (known !== null || device === null) return known
  write(storage, device)
  return device
}

const keepTwice = (device: Device, vault: DeviceVault | undefined): void =>
  void vault?.write(JSON.stringify(device)).catch(() => undefined)

/** Puts the device that was here before, or else a new one, in the place of one that the server will never accept again. */
export async function replaceDevice(home: DeviceHome, rejected: Device): Promise<OwnDevice> {
  const current = await ownDevice(home)
  if (home.storage === null || current.device.deviceId !== rejected.deviceId) return current
  try {
    const before = parsed(home.storage.getItem(keyBefore))
    const device = before ?? makeDevice()
    write(home.storage, device)
    home.storage.removeItem(keyBefore)
    keepTwice(device, home.vault)
    return { device, isNew: before === null, isKept: true }
  } catch {
    return unkept()
  }
}

/** From now on the browser is this device; the one it was waits until that signs out. Throws where storage is closed. */
export function takeTurnsWith({ storage, vault }: DeviceHome, device: Device): void {
  if (storage === null) throw new Error('this browser keeps nothing')
  const before = storage.getItem(key)
  if (before !== null) storage.setItem(keyBefore, before)
  write(storage, device)
  keepTwice(device, vault)
}

const unkept = (): OwnDevice => ({ device: makeDevice(), isNew: true, isKept: false })

/** A device that nobody knows yet. */
export function makeDevice(): Device {
  return { deviceId: uuid(), secret: base64url(crypto.getRandomValues(new Uint8Array(32))) }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function readOrMake(storage: Pick<Storage, 'getItem' | 'setItem'>): OwnDevice {
  const known = read(storage)
  if (known !== null) return { device: known, isNew: false, isKept: true }
  const device = makeDevice()
  write(storage, device)
  return { device, isNew: true, isKept: true }
}

const write = (storage: Pick<Storage, 'setItem'>, device: Device): void => storage.setItem(key, JSON.stringify(device))

const read = (storage: Pick<Storage, 'getItem'>): Device | null => parsed(storage.getItem(key))

function parsed(text: string | null): Device | null {
  if (text === null) return null
  try {
    const { deviceId, secret } = JSON.parse(text) as Partial<Device>
    if (typeof deviceId !== 'string' || typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return null
    return { deviceId, secret }
  } catch {
    return null
  }
}
