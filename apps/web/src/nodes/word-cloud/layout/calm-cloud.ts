import type { Cloud, Room, WordBox } from './cloud.ts'
import { inSlices } from './in-slices.ts'
import { settle } from './settle.ts'

/** What is to be drawn: each word is as large there as it was when it was given its room. */
export interface Settled extends Cloud {
  readonly words: readonly WordBox[]
}

interface Wish {
  readonly words: readonly WordBox[]
  readonly room: Room
}

const empty: Cloud = { places: new Map(), scale: 0 }

/** One cloud for as long as it is shown: what changes while it is being settled is settled next, the newest at once. */
export class CalmCloud {
  #cloud = empty
  #room: Room | null = null
  #next: Wish | null = null
  #isBusy = false
  readonly #publish: (cloud: Settled) => void

  constructor(publish: (cloud: Settled) => void) {
    this.#publish = publish
  }

  /** Words keep their places, unless the room has another shape. */
  show(words: readonly WordBox[], room: Room): void {
    this.#next = { words, room }
    if (!this.#isBusy) void this.#settle()
  }

  async #settle(): Promise<void> {
    this.#isBusy = true
    for (let wish = this.#next; wish !== null; wish = this.#next) {
      this.#next = null
      if (this.#room?.width !== wish.room.width) this.#cloud = empty
      this.#room = wish.room
      this.#cloud = await inSlices(settle(this.#cloud, wish.words, wish.room))
      this.#publish({ ...this.#cloud, words: wish.words })
    }
    this.#isBusy = false
  }
}
