import { StoreRefusal } from '../src/store/store-refusal.ts';

const lineOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function requestOf<Request extends object>(read: () => Request | string): Request | string {
  try {
    return read();
  } catch (error) {
    return lineOf(error);
  }
}

/**
 * Does what a command line asks for. `read` gives the request, `help`, or a sentence of what is wrong with the line, which
 * ends with exit code 2. Work that throws ends with 1, and what a store refuses is told in its own words.
 */
export async function runRequest<Request extends object>(
  help: string,
  read: () => Request | string,
  does: (request: Request) => unknown,
): Promise<void> {
  const request = requestOf(read);
  if (request === 'help') return console.log(help);
  if (typeof request === 'string') {
    console.error(`${request} See --help.`);
    process.exitCode = 2;
    return;
  }
  try {
    await does(request);
  } catch (error) {
    console.error(error instanceof StoreRefusal ? error.message : error);
    process.exitCode = 1;
  }
}
