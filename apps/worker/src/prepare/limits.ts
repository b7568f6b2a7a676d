/** More than the cameras of phones make, and what can be held in memory while it is turned. */
export const maxPixels = 64_000_000

/** Of a moving picture, all its frames together. */
export const maxMovingPixels = 100_000_000
export const maxFrames = 500

/** Longest sides in pixels of what is shown. */
export const screenSide = 2_560
export const thumbSide = 480
