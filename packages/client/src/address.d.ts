export interface ApiAddress {
    readonly http: string;
    readonly websocket: string;
}
/** Where the API of an installation is. Throws for anything but an http(s) address. */
export declare function apiAddress(installation: string): ApiAddress;
