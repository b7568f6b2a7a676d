/** A piece of JSON, or of what looks like it, that no value writes by itself: `1e999`, a million brackets. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Json = null | boolean | number | string | Raw | readonly Json[] | { readonly [key: string]: Json }

/** As `JSON.stringify`, with raw pieces as they are. */
export function toText(value: Json): string {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(toText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value as { readonly [key: string]: Json })
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${toText(member)}`).join(',')}}`
}
