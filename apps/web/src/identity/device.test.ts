import { describe, expect, it } from 'vitest'
import { mapStorage } from '../live/testing/world.ts'
import { makeDevice, ownDevice, replaceDevice, takeTurnsWith } from './device.ts'

describe('the device of a browser', () => {
  it('is made on first launch and found again afterwards', async () => {
    const home = { storage: mapStorage(), locks: null }
    const first = await ownDevice(home)
    const second = await ownDevice(home)
    expect(first).toMatchObject({ isNew: false, isKept: true })
    expect(second.device).toEqual(first.device)
    expect(first.device.deviceId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(first.device.secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('is the same for tabs that start at the same time', async () => {
    const home = { storage: mapStorage(), locks: null }
    const late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => ownDevice(home))
    const tabs = await Promise.all([ownDevice(home), ownDevice(home), ownDevice(home), late])
    expect(new Set(tabs.map(({ device }) => device.secret)).size).toBe(1)
  })

  it('is another one for every page where storage is closed, and says that it is not kept', async () => {
    const locked: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new Error('quota')
      },
    }
    for (const storage of [null, locked]) {
      expect(await ownDevice({ storage, locks: null })).toMatchObject({ isNew: true, isKept: false })
    }
  })

  it.each(['not json', '{}', '{"deviceId":"x","secret":"short"}', 'null'])(
    'is made anew over what is broken: %s',
    async (text) => {
      const storage = mapStorage()
      storage.setItem('humuus.device', text)
      const { device } = await ownDevice({ storage, locks: null })
      expect(device.secret).toHaveLength(43)
      expect((await ownDevice({ storage, locks: null })).device).toEqual(device)
    },
  )

  it('is replaced when the server will never accept it, but not when another tab did so already', async () => {
    const home = { storage: mapStorage(), locks: null }
    const { device } = await ownDevice(home)
    const replaced = await replaceDevice(home, device)
    expect(replaced.device.deviceId).not.toBe(device.deviceId)
    expect((await replaceDevice(home, device)).device).toEqual(replaced.device)
  })

  it('waits while another one has its place, and is put back when that one is over', async () => {
    const home = { storage: mapStorage(), locks: null }
    const { device: before } = await ownDevice(home)
    const another = makeDevice()
    takeTurnsWith(home, another)
    expect((await ownDevice(home)).device).toEqual(another)
    expect(await replaceDevice(home, another)).toEqual({ device: before, isNew: false, isKept: true })
    expect((await ownDevice(home)).device).toEqual(before)
    expect((await replaceDevice(home, before)).isNew).toBe(true)
  })

  it('is found again in its second place when the browser crashed before the first was on the disk', async () => {
    let kept: string | null = null
    const vault = {
      read: async () => kept,
      write: async (text: string) => {
        kept = text
      },
    }
    const { device } = await ownDevice({ storage: mapStorage(), locks: null, vault })
    const storage = mapStorage()
    expect(await ownDevice({ storage, locks: null, vault })).toEqual({ device, isNew: false, isKept: true })
    expect((await ownDevice({ storage, locks: null })).device).toEqual(device)
    const replaced = await replaceDevice({ storage, locks: null, vault }, device)
    expect((await ownDevice({ storage: mapStorage(), locks: null, vault })).device).toEqual(replaced.device)
  })

  it.each([
    ['is broken', () => Promise.reject(new Error('closed'))],
    ['never answers', () => new Promise<never>(() => {})],
    ['holds rubbish', async () => '{"deviceId":1}'],
  ])('is made all the same where the second place %s', async (_, read) => {
    const vault = { read, write: () => Promise.reject(new Error('closed')) }
    expect(await ownDevice({ storage: mapStorage(), locks: null, vault })).toMatchObject({ isKept: true })
  })
})
