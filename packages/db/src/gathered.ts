import { restFrom, restMs } from './rest.ts'

interface Waiting<Item> {
  readonly item: Item
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

interface Pace {
  /** Items that go together at most. */
  readonly most?: number
  /** From the beginning of one to that of the next, at least. */
  readonly everyMs?: number
}

/**
 * Many small writes as a few large ones: one is under way or was lately, and whatever comes in meanwhile is the next. One
 * that fails is done again item by item, so that each caller learns of their own. `write` writes all or nothing.
 */
export function gathered<Item>(
  write: (items: readonly Item[]) => Promise<unknown>,
  { most = 200, everyMs = restMs }: Pace = {},
): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let isWriting = false

  async function drain(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      const begun = performance.now()
      await write(batch.map(({ item }) => item)).then(
        () => {
          for (const { done } of batch) done()
        },
        (error) => (batch.length === 1 ? batch[0]?.failed(error) : oneByOne(batch)),
      )
      await restFrom(begun, everyMs)
    }
    isWriting = false
  }

  async function oneByOne(batch: readonly Waiting<Item>[]): Promise<void> {
    for (const { item, done, failed } of batch) await write([item]).then(done, failed)
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!isWriting) void drain()
    })
}

/** The same for small reads. `read` finds some of these keys; whoever asked for another one is told `null`. */
export function gatheredReads<Value>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  interface Asked {
    readonly key: string
    found: Value | null
  }
  const ask = gathered(async (all: readonly Asked[]) => {
    const found = await read(all.map(({ key }) => key))
    for (const asked of all) asked.found = found.get(asked.key) ?? null
  })
  return async (key) => {
    const asked: Asked = { key, found: null }
    await ask(asked)
    return asked.found
  }
}

/** The same where a key has any number of values: `read` gives each with its key, in order. */
export function gatheredLists<Value>(
  read: (keys: readonly string[]) => Promise<readonly (readonly [key: string, value: Value])[]>,
): (key: string) => Promise<Value[]> {
  const find = gatheredReads(async (keys) => {
    const lists = new Map<string, Value[]>()
    for (const [key, value] of await read(keys)) lists.set(key, [...(lists.get(key) ?? []), value])
    return lists
  })
  return async (key) => (await find(key)) ?? []
}
