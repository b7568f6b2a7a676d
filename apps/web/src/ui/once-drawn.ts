/** Does it right after the next frame, so that what was just changed is seen first; in a hidden page, once that is shown. */
export const onceDrawn = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work))
