import { type RejectionCode, rejectionCodes } from '@humuus/workshop-engine'

const known: ReadonlySet<string> = new Set<RejectionCode>(rejectionCodes)

/** What an answer says of our insides. */
const insides = [
  /node_modules/,
  /\bat [\w.<>$ ]+\(.*:\d+:\d+\)/,
  /\/(?:home|root|usr|work|app|tmp)\//,
  /file:\/\//,
  /\bSELECT\b|\bINSERT INTO\b|participant_actions"|prisma/i,
  /"stack"/,
]

interface Answer {
  readonly error?: { readonly message?: unknown; readonly data?: { readonly rejection?: { readonly code?: unknown } } }
}

/** What the fuzzer saw that must not be, each with how often; a few examples are enough. */
export class Judge {
  readonly #canary: string
  readonly #faults = new Map<string, { count: number; example: string }>()
  /** Rejections by code. */
  readonly refusals = new Map<string, number>()
  /** How connections ended, by code. */
  readonly ends = new Map<string, number>()
  answers = 0

  /** `canary`: text of people who have nothing to do with those who attack. */
  constructor(canary: string) {
    this.#canary = canary
  }

  get faults(): readonly string[] {
    return [...this.#faults].map(([what, { count, example }]) => `${what} (${count}×), for example: ${example}`)
  }

  object(what: string, example: string): void {
    const known = this.#faults.get(what) ?? { count: 0, example: example.slice(0, 400) }
    known.count++
    this.#faults.set(what, known)
  }

  ended(how: string): void {
    this.ends.set(how, (this.ends.get(how) ?? 0) + 1)
  }

  /** Anything that reached an attacker. */
  text(text: string, asked: string): void {
    if (text.includes(this.#canary))
      this.object('another session’s text', `${text.slice(0, 200)} for ${asked.slice(0, 200)}`)
  }

  /** An answer of the API that did. */
  answer(text: string, asked: string): void {
    this.text(text, asked)
    if (text === 'PONG') return
    this.answers++
    let said: unknown
    try {
      said = JSON.parse(text)
    } catch {
      this.object('an answer that is no JSON', text)
      return
    }
    for (const one of Array.isArray(said) ? said : [said]) this.#one(one as Answer, asked)
  }

  #one({ error }: Answer, asked: string): void {
    if (error === undefined) return
    const code = String(error.data?.rejection?.code)
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1)
    if (!known.has(code))
      this.object('a refusal without a reason', `${JSON.stringify(error)} for ${asked.slice(0, 300)}`)
    if (code === 'server_error')
      this.object('an unforeseen error', `${JSON.stringify(error)} for ${asked.slice(0, 300)}`)
    const text = JSON.stringify(error)
    if (insides.some((pattern) => pattern.test(text))) this.object('an answer that tells of our insides', text)
  }
}
