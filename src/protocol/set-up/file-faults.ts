import type { z } from 'zod';
import { CHECK_FAULTS, type CheckFault } from '../centre-file-checks.ts';
import { centreFileSchema, FORM_FAULTS } from '../centre-file.ts';

/** What can be wrong with a value by its kind alone. */
export const KIND_FAULTS = [
  'empty',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'notMore',
  'noneListed',
  'tooMany',
  'whole',
  'date',
  'choice',
  'unknownField',
  'kind',
] as const;

/** Every fault that a centre file can have, by name; screens have a sentence for each. */
export const FILE_FAULTS = [
  ...KIND_FAULTS,
  ...(Object.keys(FORM_FAULTS) as (keyof typeof FORM_FAULTS)[]),
  ...(Object.keys(CHECK_FAULTS) as CheckFault[]),
] as const;
export type FileFaultCode = (typeof FILE_FAULTS)[number];

/** A fault of a centre file: where, and which; `value`: the name or the limit that it is about. */
export interface FileFault {
  readonly path: readonly (string | number)[];
  readonly code: FileFaultCode;
  readonly value: string | number;
}

type Issue = z.core.$ZodIssue;
type Kind = readonly [code: FileFaultCode, value?: string | number];

function smallFault({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): Kind {
  if (origin === 'string') return ['empty'];
  if (origin === 'array') return ['noneListed'];
  return [inclusive === false ? 'notMore' : 'tooSmall', Number(minimum)];
}

function largeFault({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): Kind {
  if (origin === 'string') return ['tooLong', Number(maximum)];
  return [origin === 'array' ? 'tooMany' : 'tooLarge', Number(maximum)];
}

/** A text of another form; the schema's own sentence says which form is wanted. */
function formFault({ message, code, ...issue }: Issue): Kind {
  const form = Object.entries(FORM_FAULTS).find(([, sentence]) => sentence === message)?.[0];
  if (form) return [form as keyof typeof FORM_FAULTS];
  return code === 'invalid_format' && 'format' in issue && issue.format === 'date' ? ['date'] : ['kind'];
}

function customFault(issue: Extract<Issue, { code: 'custom' }>): Kind {
  const { fault, value } = (issue.params ?? {}) as { readonly fault?: CheckFault; readonly value?: string };
  return fault ? [fault, value ?? ''] : formFault(issue);
}

function typeFault({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): Kind {
  if (input === undefined || input === null || input === '' || Number.isNaN(input)) return ['empty'];
  return [expected === 'int' ? 'whole' : 'kind'];
}

type KindOf = { readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => Kind };

const KIND_OF: KindOf = {
  too_small: smallFault,
  too_big: largeFault,
  custom: customFault,
  invalid_type: typeFault,
  invalid_value: () => ['choice'],
  unrecognized_keys: ({ keys }) => ['unknownField', keys.join(', ')],
};

const kindOf = (issue: Issue): Kind =>
  (KIND_OF[issue.code] as ((issue: Issue) => Kind) | undefined)?.(issue) ?? formFault(issue);

/** What is wrong with a value as its schema tells it, as a fault that a screen has words for. */
export function fileFault(issue: Issue): FileFault {
  const [code, value = ''] = kindOf(issue);
  return { path: issue.path as (string | number)[], code, value };
}

/** Every fault of a centre file as it stands; none when it would be taken. */
export function fileFaults(file: unknown): readonly FileFault[] {
  const parsed = centreFileSchema.safeParse(file, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.map(fileFault);
}
