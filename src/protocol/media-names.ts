/** Names of pictures and videos that an address can carry as they are, and that are no hidden ones. */
export const MEDIA_NAME = /^\w[\w .-]{0,80}$/;

/** A version of a picture or video: a random id with the ending of its kind. */
export const MEDIA_VERSION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.(?:png|jpe?g|webp|mp4|webm)$/;
