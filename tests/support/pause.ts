/**
 * People do not tap twice within a third of a second; what does is taken for a double tap. The time itself is what a page
 * tells them apart by, so it has to pass.
 */
export const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
