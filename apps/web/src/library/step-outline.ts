/** What a step says and asks, as far as a reader of the plan needs it. */
export interface StepOutline {
  readonly text: string | null
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[]
}

/** Reads the outline from a step's data by the names that node types share, so that a new type needs nothing here. */
export function stepOutline(data: object): StepOutline {
  const { headline, text, options } = data as { headline?: unknown; text?: unknown; options?: unknown }
  const lines = [headline, text].filter((line) => typeof line === 'string' && line !== '')
  return {
    text: lines.length === 0 ? null : lines.join('\n\n'),
    options: Array.isArray(options) ? options.map(outlined) : [],
  }
}

function outlined(option: { text?: unknown; correct?: unknown }) {
  return { text: typeof option.text === 'string' ? option.text : '', isRight: option.correct === true }
}
