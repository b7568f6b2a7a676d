import { wireVersion, wireVersionName } from '@humuus/api/wire';
import { httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { FetchEventSource } from "./fetch-event-source.js";
/** Plain requests, and subscriptions as event streams: for networks that let no WebSocket through. */
export function httpTransport(address, token) {
    const headers = { authorization: `Bearer ${token}`, [wireVersionName]: String(wireVersion) };
    const streams = new Set();
    /** Says who asks, and is remembered so that it can be cut. */
    class Stream extends FetchEventSource {
        constructor(url) {
            super(url, headers);
            streams.add(this);
        }
        close() {
            super.close();
            streams.delete(this);
        }
    }
    return {
        link: splitLink({
            condition: (operation) => operation.type === 'subscription',
            true: httpSubscriptionLink({ url: address, EventSource: Stream }),
            false: httpLink({ url: address, headers }),
        }),
        drop: () => {
            for (const stream of streams)
                stream.drop();
        },
        close: async () => {
            for (const stream of streams)
                stream.close();
        },
    };
}
//# sourceMappingURL=http-transport.js.map