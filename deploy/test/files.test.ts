import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDockerfile } from './dockerfile.ts'

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

interface Service {
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly volumes?: readonly string[]
  readonly command?: readonly string[]
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const compose: Compose = parse(text('compose.yaml'), { merge: true })
const ours = ['server-1', 'server-2', 'worker']

/** Names of settings in the README. */
const documented = new Set([...text('../README.md').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name))

test('the containers are told nothing but settings that exist', () => {
  // Said by the image or to the worker alone.
  const known = new Set([...documented, 'SERVER_URL'])
  for (const name of ours) {
    const told = Object.keys(compose.services[name]?.environment ?? {})
    expect(told.length).toBeGreaterThan(10)
    expect(told.filter((each) => !known.has(each))).toEqual([])
  }
})

test('whatever a container waits for or stands on is there', () => {
  for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
    for (const name of Object.keys(depends_on)) expect(compose.services).toHaveProperty(name)
    const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.'))
    for (const name of named) expect(compose.volumes).toHaveProperty([name])
  }
})

test('whatever has to be filled in stands in the example', () => {
  const asked = [...text('compose.yaml').matchAll(/\$\{(\w+)[:}]/g)].map(([, name]) => name)
  const offered = [...text('example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name)
  expect([...new Set(asked)].sort()).toEqual(offered.sort())
})

test('the front leads to every server, and to nobody else', () => {
  const [, upstreams = ''] = /reverse_proxy (.+) \{/.exec(text('proxy/Caddyfile')) ?? []
  expect(upstreams.split(' ')).toEqual(['server-1:3000', 'server-2:3000'])
})

test('every example of a proxy lets WebSockets and uploads through', () => {
  expect(text('proxy/nginx.conf')).toMatch(/Upgrade +\$http_upgrade[\s\S]*Connection +\$connection_upgrade/)
  expect(text('proxy/nginx.conf')).toContain('client_max_body_size 0')
  expect(text('proxy/apache.conf')).toContain('upgrade=websocket')
  for (const name of ['nginx.conf', 'apache.conf']) expect(text(`proxy/${name}`)).toMatch(/X-Forwarded-For/)
})

test('the image is built with the package manager and on a Node.js that the project names', () => {
  const { packageManager, engines } = JSON.parse(text('../package.json'))
  for (const [used] of text('Dockerfile').matchAll(/pnpm@[\d.]+/g)) expect(used).toBe(packageManager)
  const oldest = Number(/\d+/.exec(engines.node)?.[0])
  for (const { image } of readDockerfile(new URL('../Dockerfile', import.meta.url)))
    expect(Number(/^node:(\d+)/.exec(image)?.[1])).toBeGreaterThanOrEqual(oldest)
})

test('nobody runs as root', () => {
  const [, final] = readDockerfile(new URL('../Dockerfile', import.meta.url))
  expect(final?.instructions.filter(({ verb }) => verb === 'USER')).toEqual([{ verb: 'USER', rest: 'node' }])
  expect(text('systemd/humuus.service')).toMatch(/^User=humuus$/m)
})
