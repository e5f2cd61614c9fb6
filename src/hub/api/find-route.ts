import { API_ROUTES, type ApiRouteName } from '../../protocol/api/api-routes.ts';

const BASE = '/api/v1';

/** Whether an address belongs to the public API. */
export const isApiPath = (path: string): boolean => path === BASE || path.startsWith(`${BASE}/`);

interface Matcher {
  readonly name: ApiRouteName;
  readonly method: string;
  readonly pattern: RegExp;
}

const MATCHERS: readonly Matcher[] = (Object.keys(API_ROUTES) as ApiRouteName[]).map((name) => {
  const { path, method } = API_ROUTES[name];
  const pattern = path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[\\w-]{1,64})');
  return { name, method: method.toUpperCase(), pattern: new RegExp(`^${BASE}${pattern}$`) };
});

export interface Found {
  readonly name: ApiRouteName;
  readonly params: Readonly<Record<string, string>>;
}

/** The route at a path for a method, or the methods that are answered there: none where there is nothing. */
export function findRoute(method: string, path: string): Found | { readonly allow: readonly string[] } {
  const here = MATCHERS.filter(({ pattern }) => pattern.test(path));
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = here.find((one) => one.method === wanted);
  if (found) return { name: found.name, params: { ...found.pattern.exec(path)?.groups } };
  const methods = here.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method]));
  return { allow: here.length > 0 ? [...methods, 'OPTIONS'] : [] };
}
