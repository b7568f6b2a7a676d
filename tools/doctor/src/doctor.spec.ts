import { openRig } from '@humuus/rig'
import { expect, test } from 'vitest'
import { server } from './checks/server.ts'
import { examine } from './examine.ts'
import { readSettings } from './settings.ts'
import { type ProxyManners, proxy } from './testing/proxy.ts'

const internalSecret = 'a secret of the worker that has 32 characters'

/** A server behind a proxy that it trusts, and what is found there. */
async function behind(manners: ProxyManners) {
  await using front = await proxy(manners)
  const env = { PUBLIC_URL: front.url, TRUST_PROXY: '1', INTERNAL_SECRET: internalSecret }
  await using rig = await openRig({ worker: false, env })
  const [serverUrl = ''] = rig.urls
  front.target = serverUrl
  const findings = await server({ serverUrl, publicUrl: front.url, internalSecret })
  return (state: string) => findings.filter((each) => each.state === state).map((each) => each.says)
}

test('a good proxy lets everything through, and the server knows where people come from', async () => {
  await using front = await proxy()
  const env = { PUBLIC_URL: front.url, TRUST_PROXY: '1', INTERNAL_SECRET: internalSecret }
  await using rig = await openRig({ worker: false, env })
  const [serverUrl = ''] = rig.urls
  front.target = serverUrl
  const examined = new Map<string, readonly { state: string; says: string }[]>()
  const settings = readSettings({ ...env, DATABASE_URL: rig.database.url, SERVER_URL: serverUrl })
  for await (const { name, findings } of examine(settings)) examined.set(name, findings)
  expect(examined.get('Server')?.filter(({ state }) => state !== 'good')).toEqual([])
  expect(examined.get('Server')?.map(({ says }) => says)).toEqual(
    expect.arrayContaining([
      'WebSockets get through',
      'parts of uploads get through',
      'the server sees this machine as 127.0.0.1, and cannot be fooled',
    ]),
  )
  expect(examined.get('Database')?.filter(({ state }) => state === 'bad')).toEqual([])
})

test('a bad proxy is found out: no WebSockets, small bodies, whoever says so comes from anywhere', async () => {
  const says = await behind({ webSockets: false, mostBytes: 1_000_000, forwarded: 'believe' })
  expect(says('bad')).toEqual([
    'WebSockets do not get through',
    'whoever says so comes from anywhere',
    'the proxy refuses uploads',
  ])
})

test('a server that does not run is no fault, one behind a wrong address is', async () => {
  const nowhere = 'http://127.0.0.1:1'
  expect(await server({ serverUrl: nowhere, publicUrl: null, internalSecret })).toMatchObject([{ state: 'off' }])
  await using rig = await openRig({ worker: false })
  const [serverUrl = ''] = rig.urls
  expect(await server({ serverUrl, publicUrl: nowhere, internalSecret })).toMatchObject([
    { state: 'good' },
    { state: 'bad', says: expect.stringContaining('does not lead to the server') },
  ])
})
