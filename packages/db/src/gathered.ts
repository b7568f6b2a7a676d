interface Waiting<Item> {
  readonly item: Item
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Many small writes as a few large ones: one is under way, and whatever comes in meanwhile is the next. One that fails is done
 * again item by item, so that each caller learns of their own. `write` writes all or nothing.
 */
export function gathered<Item>(
  write: (items: readonly Item[]) => Promise<unknown>,
  most = 200,
): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let isWriting = false

  async function drain(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await write(batch.map(({ item }) => item)).then(
        () => {
          for (const { done } of batch) done()
        },
        (error) => (batch.length === 1 ? batch[0]?.failed(error) : oneByOne(batch)),
      )
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
