import { type Device, newDevice } from '@humuus/client'

/** As much of a browser as signing in needs: cookies for each site, and redirects that are followed, one at a time. */
export class Browser {
  readonly #home: string
  readonly #cookies = new Map<string, Map<string, string>>()
  /** What each answer said, newest last. */
  readonly seen: { readonly url: URL; readonly status: number; readonly setCookies: readonly string[] }[] = []

  constructor(home: string) {
    this.#home = home
  }

  /** Where it ends up; with `before`, the first address with this path, which is not asked for. */
  async go(address: string, { before = null as string | null, headers = {} } = {}): Promise<URL> {
    let url = new URL(address, this.#home)
    for (let hop = 0; hop < 20; hop++) {
      if (url.pathname === before) return url
      const response = await this.#ask(url, { headers })
      await response.arrayBuffer()
      const location = response.headers.get('location')
      if (location === null) return url
      url = new URL(location, url)
    }
    throw new Error(`it goes round in circles, at ${url.pathname}`)
  }

  /** A procedure of the server at home; throws the code of a refusal. */
  async call<T>(path: string, input?: unknown): Promise<T> {
    const body = input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) }
    const response = await this.#ask(new URL(`/trpc/${path}`, this.#home), {
      headers: { 'content-type': 'application/json' },
      ...body,
    })
    const { result, error } = (await response.json()) as {
      result: { data: T }
      error?: { data: { rejection: { code: string } } }
    }
    if (error !== undefined) throw new Error(error.data.rejection.code)
    return result.data
  }

  /** Signs in with a device alone. */
  async signIn({ deviceId, secret }: Device = newDevice()): Promise<Device & { userId: string }> {
    const device = { deviceId, secret }
    const { userId } = await this.call<{ userId: string }>('auth.device', { ...device, delivery: 'cookie' })
    return { ...device, userId }
  }

  me(): Promise<{ userId: string; name: string | null; isRegistered: boolean } | null> {
    return this.call('auth.me')
  }

  /** Forgets what it knows of a site. */
  forget(site: string): void {
    this.#cookies.delete(new URL(site).origin)
  }

  async #ask(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.#cookies.get(url.origin) ?? new Map<string, string>()
    this.#cookies.set(url.origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(cookie !== '' && { cookie }) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    this.seen.push({ url, status: response.status, setCookies })
    return response
  }
}
