/** Version of what phones and servers say to each other. A test fails when the schemas change and this does not. */
export const wireVersion = 5

/** Carries the client's `wireVersion`: a header over HTTP, a connection parameter over WebSocket. */
export const wireVersionName = 'x-humuus-wire'
