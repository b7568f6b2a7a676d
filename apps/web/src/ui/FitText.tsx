import { useLayoutEffect, useRef } from 'react'
import { cx } from './cx.ts'

interface FitTextProps {
  readonly text: string
  /** Smallest and largest size in px; below the smallest the text is cut with an ellipsis rather than made unreadable. */
  readonly min?: number
  readonly max?: number
  readonly className?: string
}

/** Text as large as its box allows, both ways: for the screen, where the question must fit the hall. Give the box a size. */
export function FitText({ text, min = 14, max = 400, className }: FitTextProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const fit = () => fitInto(element, min, max)
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    // The real font may arrive after the first fit and is a little wider or narrower.
    void document.fonts.ready.then(fit)
    return () => observer.disconnect()
  }, [text, min, max])
  return (
    <div ref={box} className={cx('size-full overflow-hidden', className)}>
      <p className="text-balance break-words leading-[1.08]">{text}</p>
    </div>
  )
}

// A few words shall speak, not shout: never higher than this share of the box.
const largestShare = 0.32

/** Halves the range of sizes until the text just fits; ten looks at the layout at most. */
function fitInto(box: HTMLElement, min: number, max: number): void {
  const text = box.firstElementChild
  if (!(text instanceof HTMLElement)) return
  let low = min
  let high = Math.min(max, box.clientHeight * largestShare)
  while (high - low > 1) {
    const size = (low + high) / 2
    text.style.fontSize = `${size}px`
    if (text.scrollHeight <= box.clientHeight && text.scrollWidth <= box.clientWidth) low = size
    else high = size
  }
  text.style.fontSize = `${Math.floor(low)}px`
}
