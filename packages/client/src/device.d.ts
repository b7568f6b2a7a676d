/** An account without a name: whoever keeps the secret is the same person next time. */
export interface Device {
    readonly deviceId: string;
    /** 32 random bytes as base64url: 43 characters. The server keeps only their hash. */
    readonly secret: string;
}
/** A device nobody has seen before. */
export declare const newDevice: () => Device;
