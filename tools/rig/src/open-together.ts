type End = () => unknown

/** Opens what has many parts. They end one after the other, the last first, when it does, and when one of them cannot be opened. */
export async function openTogether<Parts extends object>(
  open: (atEnd: (end: End) => void) => Promise<Parts>,
): Promise<Parts & AsyncDisposable> {
  const ends: End[] = []
  const dispose = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return { ...(await open((end) => ends.push(end))), [Symbol.asyncDispose]: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}
