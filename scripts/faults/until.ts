const MOST_MS = 30_000;
const LOOK_MS = 10;

/** Waits for something; how long that took (ms). @throws in words when it does not come. */
export async function until(what: string, is: () => boolean | Promise<boolean>, mostMs = MOST_MS): Promise<number> {
  const fromMs = performance.now();
  while (!(await is())) {
    if (performance.now() - fromMs > mostMs) throw new Error(`Waited in vain: ${what}.`);
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  return performance.now() - fromMs;
}
