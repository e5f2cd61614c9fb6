/** What can close while bytes are on their way. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** Whether what `send` begins is told as done within the time, and before the other end is gone. */
export const sentWithin = (
  ms: number,
  way: Closing,
  send: (told: (error?: Error | null) => void) => void,
): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isSent: boolean) => {
      clearTimeout(timer);
      way.off('close', fail);
      resolve(isSent);
    };
    const fail = () => end(false);
    const timer = setTimeout(fail, ms);
    way.once('close', fail);
    send((error) => end(!error));
  });
