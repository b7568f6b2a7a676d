import { createContext, useContext } from 'react'

/** Through whose eyes the page sees the files of a session. */
export interface FileViewer {
  readonly sessionId: string
  readonly role: 'participant' | 'screen' | 'host'
  readonly screenKey?: string | undefined
}

const Viewer = createContext<FileViewer | null>(null)

export const FileViewerProvider = Viewer.Provider

/** Who looks; throws outside of a session. */
export function useFileViewer(): FileViewer {
  const viewer = useContext(Viewer)
  if (viewer === null) throw new Error('files are shown within a session')
  return viewer
}
