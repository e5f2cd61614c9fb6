import { z } from 'zod';
import { API_STATUS, API_WORDS, type ApiCode } from './api-codes.ts';
import { API_ROUTES, type ApiRoute } from './api-routes.ts';
import { apiError, dayPayload, webhookDelivery } from './api-schemas.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const jsonContent = (schema: object) => ({ 'application/json': { schema } });

function parametersOf(object: z.ZodObject, place: 'path' | 'query'): readonly object[] {
  return Object.entries(object.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

/** The codes that a route may refuse with before any rule is asked. */
export function codesOf({ scope, query, params, body, errors }: ApiRoute): readonly ApiCode[] {
  const takes = Object.keys(query.shape).length + Object.keys(params.shape).length > 0 || body !== null;
  const codes: ApiCode[] = ['originRefused', 'tooMany', 'hubFailed', 'badRequest'];
  if (scope !== null) codes.push('keyMissing', 'keyWrong', 'scopeMissing');
  if (takes && Object.keys(params.shape).length > 0) codes.push('notFound');
  if (body !== null) codes.push('tooLarge', 'notJson');
  return [...new Set([...codes, ...errors])];
}

function errorResponses(route: ApiRoute): object {
  const byStatus = Map.groupBy(codesOf(route), (code) => API_STATUS[code]);
  const ofApi = [...byStatus].map(([status, codes]) => {
    const description = codes.map((code) => `${code}: ${API_WORDS[code].en}`).join(' ');
    return [String(status), { description, content: jsonContent({ $ref: '#/components/schemas/Error' }) }];
  });
  const ofRules = {
    description: 'The rules of the queue say no; the codes stand in docs/protocol.md.',
    content: jsonContent({ $ref: '#/components/schemas/Error' }),
  };
  return { ...Object.fromEntries(ofApi), ...(route.hasRules ? { 409: ofRules } : {}) };
}

function operationOf(name: string, route: ApiRoute): object {
  return {
    operationId: name,
    summary: route.summary,
    security: route.scope === null ? [] : [{ key: [] }],
    ...(route.scope === null ? {} : { 'x-scope': route.scope }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, content: jsonContent(schemaOf(route.body, 'input')) } } : {}),
    responses: {
      200: { description: route.summary, content: jsonContent(schemaOf(route.answer)) },
      ...errorResponses(route),
    },
  };
}

/** The OpenAPI 3.1 document of the public API, made from the schemas that the hub itself checks with. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(API_ROUTES)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Markaz: the public API of a centre', version: '1' },
    servers: [{ url: '/api/v1' }],
    paths,
    webhooks: {
      tokenNews: {
        post: {
          summary: 'What the hub tells the addresses that a manager has set; see docs/api.md for its signature.',
          requestBody: { content: jsonContent({ $ref: '#/components/schemas/WebhookDelivery' }) },
          responses: { '2XX': { description: 'Taken. Anything else is tried again.' } },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'mk_<handle>_<secret>' } },
      schemas: {
        Error: schemaOf(apiError),
        DayPayload: schemaOf(dayPayload),
        WebhookDelivery: schemaOf(webhookDelivery),
      },
    },
  };
}
