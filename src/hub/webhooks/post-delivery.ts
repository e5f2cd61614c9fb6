/** A receiver that has not answered after this has not taken it. */
const WITHIN_MS = 10_000;

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreachable';
};

/**
 * Posts one delivery to exactly the address that a manager set: no redirect is followed, and nothing of the answer but
 * its status is read. Gives what went wrong, as a status or the system's word; undefined once it is taken.
 */
export async function postDelivery(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  stopping: AbortSignal,
): Promise<string | undefined> {
  const late = AbortSignal.timeout(WITHIN_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'Markaz-Webhook/1', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([stopping, late]),
    });
    await response.body?.cancel();
    return response.ok ? undefined : String(response.status);
  } catch (error) {
    return late.aborted ? 'slow' : causeOf(error);
  }
}
