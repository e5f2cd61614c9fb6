import { readFileSync } from 'node:fs';

type SecretRead = { readonly ok: true; readonly secret: string | null } | { readonly ok: false; readonly line: string };

/**
 * A key that is shared with the app's side: the environment variable of that name, or the file that `NAME_FILE` names.
 * Null when neither is set. Never an option of the command line, which every user of the machine can read.
 */
export function readSecret(name: string, env: NodeJS.ProcessEnv): SecretRead {
  const file = env[`${name}_FILE`];
  let secret = env[name];
  if (secret === undefined && file !== undefined) {
    try {
      secret = readFileSync(file, 'utf8');
    } catch {
      return { ok: false, line: `The file that ${name}_FILE names cannot be read.` };
    }
  }
  const bare = secret?.trim() ?? '';
  if (!/^[\x21-\x7e]*$/.test(bare)) return { ok: false, line: `${name} holds other signs than a key has.` };
  return { ok: true, secret: bare === '' ? null : bare };
}
