/**
 * What Node is started with for a hub (MB; `hub:run` in package.json says the same). Left to itself it collects what was
 * needed for a moment once 32 MB of it have come together, and everybody waits 8 ms: small collections are short.
 */
export const HUB_FLAGS: readonly string[] = ['--max-semi-space-size=4'];
