/** Where the API of an installation is. Throws for anything but an http(s) address. */
export function apiAddress(installation) {
    const http = new URL(installation);
    if (http.protocol !== 'http:' && http.protocol !== 'https:') {
        throw new TypeError(`an address begins with http:// or https://, this one with ${http.protocol}`);
    }
    http.pathname = `${http.pathname.replace(/\/+$/, '')}/trpc`;
    http.search = '';
    http.hash = '';
    const websocket = new URL(http);
    websocket.protocol = http.protocol === 'https:' ? 'wss:' : 'ws:';
    return { http: http.href, websocket: websocket.href };
}
//# sourceMappingURL=address.js.map