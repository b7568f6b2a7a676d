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
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null
  readonly locks: Pick<LockManager, 'request'> | null
}

const key = 'humuus.device'

/** Longer than a tab takes from finding nothing to having written. */
const settleMs = 60

/** This browser's device, made on first launch. Tabs that start at the same time agree on one. */
export async function ownDevice({ storage, locks }: DeviceHome): Promise<OwnDevice> {
  if (storage === null) return unkept()
  try {
    const known = read(storage)
    if (known !== null) return { device: known, isNew: false, isKept: true }
    if (locks !== null) return await locks.request(key, () => readOrMake(storage))
    write(storage, makeDevice())
    // Without locks the last tab to write wins: all of them read what it left.
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    return readOrMake(storage)
  } catch {
    return unkept()
  }
}

/** Puts a new device in the place of one that the server will never accept again. */
export async function replaceDevice(home: DeviceHome, rejected: Device): Promise<OwnDevice> {
  const current = await ownDevice(home)
  if (home.storage === null || current.device.deviceId !== rejected.deviceId) return current
  try {
    const device = makeDevice()
    write(home.storage, device)
    return { device, isNew: true, isKept: true }
  } catch {
    return unkept()
  }
}

/** Makes this browser nobody: whoever comes next is new. Throws where storage is closed. */
export const forgetDevice = (storage: Pick<Storage, 'removeItem'>): void => storage.removeItem(key)

const unkept = (): OwnDevice => ({ device: makeDevice(), isNew: true, isKept: false })

function makeDevice(): Device {
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

function read(storage: Pick<Storage, 'getItem'>): Device | null {
  const text = storage.getItem(key)
  if (text === null) return null
  try {
    const { deviceId, secret } = JSON.parse(text) as Partial<Device>
    if (typeof deviceId !== 'string' || typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return null
    return { deviceId, secret }
  } catch {
    return null
  }
}
