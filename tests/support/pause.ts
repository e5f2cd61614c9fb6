/** People do not tap twice within a third of a second; what does is taken for a double tap. */
export const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
