import { Component, type ReactNode } from 'react'
import { BrokenPage } from './BrokenPage.tsx'

interface PageBoundaryProps {
  readonly children: ReactNode
}

/** Catches what a page throws while drawing (a bug, or a chunk that is gone after an update) and offers the way on. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />
  }
}
