import type { Centre } from '../../centre.ts';
import type { Counter } from '../../counter.ts';
import type { Feedback } from '../../feedback.ts';
import type { Application } from '../../journeys/application.ts';
import type { Token } from '../../token.ts';

type Changed<Row> = { readonly id: number } & Partial<Row>;

/** An event of the log as far as reports read it. */
export interface ReportEvent {
  readonly seq: number;
  readonly at: number;
  readonly queueAt: number;
  readonly kind: string;
  readonly actor: string;
  readonly tokenId: number | null;
  readonly hash: string;
  readonly payload: {
    readonly tokens?: readonly Changed<Token>[];
    readonly counters?: readonly Changed<Counter>[];
    readonly applications?: readonly Changed<Application>[];
    readonly feedback?: Feedback;
    readonly hall?: { readonly centre?: Centre; readonly serviceDay?: string };
    readonly about?: Readonly<Record<string, string | number | boolean>>;
  };
}
