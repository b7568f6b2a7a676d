import { type RefObject, useEffect, useMemo, useState } from 'react'
import { CalmCloud, type Settled } from './layout/calm-cloud.ts'
import type { Room } from './layout/cloud.ts'
import { letters } from './layout/letters.ts'
import { type Area, spiral } from './layout/spiral.ts'
import { boxOf, roomFor, type ShownWord } from './layout/word-box.ts'

/** A word at its place: px from the middle of the box, in parts of the box's font size. */
export interface PlacedWord extends ShownWord {
  readonly word: string
  readonly x: number
  readonly y: number
  readonly scale: number
  /** From the middle of its line down to the middle of its ink, in em. */
  readonly below: number
}

interface Paper extends Area {
  /** Font size of the box in px: the smallest that is readable. */
  readonly em: number
  readonly spots: Room['spots']
  readonly inkOf: ReturnType<typeof letters>
}

/** Keeps the words of a cloud at their places while others come and all change their size. Empty until it is measured. */
export function useCalmCloud(
  box: RefObject<HTMLElement | null>,
  words: Readonly<Record<string, ShownWord>>,
): readonly PlacedWord[] {
  const paper = usePaper(box)
  const [cloud, setCloud] = useState<Settled | null>(null)
  const [calm] = useState(() => new CalmCloud(setCloud))
  useEffect(() => {
    if (paper === null) return
    const all = Object.entries(words)
    const boxes = all.map(([word, shown]) => boxOf(word, shown, paper.inkOf))
    const counted = all.map(([, shown]) => shown)
    calm.show(boxes, roomFor(paper, paper.spots, counted, paper.em))
  }, [calm, paper, words])
  return useMemo(() => {
    if (cloud === null || paper === null) return []
    return cloud.words.flatMap(({ word, text, count }) => {
      const place = cloud.places.get(word)
      if (place === undefined) return []
      return [{ word, text, count, ...place, scale: cloud.scale / paper.em, below: paper.inkOf(text).below }]
    })
  }, [cloud, paper])
}

/** What a cloud is drawn on, once the fonts are there; anew when it is given another size. */
function usePaper(box: RefObject<HTMLElement | null>): Paper | null {
  const [paper, setPaper] = useState<Paper | null>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let isGone = false
    const measure = () => {
      if (isGone) return
      const area = { width: element.clientWidth, height: element.clientHeight }
      const em = Number.parseFloat(getComputedStyle(element).fontSize)
      if (area.width === 0 || area.height === 0) return
      setPaper({ ...area, em, spots: spiral(area), inkOf: letters(element) })
    }
    const observer = new ResizeObserver(measure)
    void document.fonts.ready.then(() => observer.observe(element))
    return () => {
      isGone = true
      observer.disconnect()
    }
  }, [box])
  return paper
}
