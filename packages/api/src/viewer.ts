/** Through whose eyes a session is seen. */
export type Viewer =
  | { readonly role: 'participant'; readonly userId: string }
  | { readonly role: 'host'; readonly userId: string }
  | { readonly role: 'screen' }
