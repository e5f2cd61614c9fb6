/** Changes when a screen and a hub of different age would no longer understand each other. */
export const PROTOCOL_VERSION = 6;

/** Largest command or question that the hub reads, in bytes of JSON. */
export const MOST_PAYLOAD_BYTES = 16_384;
/** The same for a whole centre. */
export const MOST_CENTRE_BYTES = 524_288;

/** How often the hub speaks when nothing changes. */
export const PULSE_MS = 2_000;

/** A screen that has heard nothing for this long says that it is not live. */
export const SILENCE_MS = 6_000;
