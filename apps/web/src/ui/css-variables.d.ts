import 'react'

declare module 'react' {
  /** Custom properties (`--nth`, `--u` …) may be set in `style`. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
