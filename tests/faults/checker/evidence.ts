import Database from 'better-sqlite3';

/** What a checker goes by: a store as a hub left it, the key of its log, and what its clients were told. */
export interface Evidence {
  readonly storeFile: string;
  /** Hex. */
  readonly chainKey: string;
  readonly acknowledged: readonly Acknowledged[];
  /** What displays had shown when all had been quiet for a while. */
  readonly displays?: readonly Display[];
}

/** A display: the events up to which it was told, in order, and whom it shows at each counter in the end. */
export interface Display {
  readonly name: string;
  readonly seqs: readonly number[];
  readonly shown: readonly { readonly counterId: number; readonly label: string | null }[];
}

/** A command that somebody was answered. */
export interface Acknowledged {
  readonly id: string;
  readonly name: string;
  readonly reply: Readonly<Record<string, unknown>>;
}

/** An event as its table holds it. */
export interface EventLine {
  readonly seq: number;
  readonly centre_id: string;
  readonly at: number;
  readonly queue_at: number;
  readonly kind: string;
  readonly actor: string;
  readonly device: string;
  readonly command_id: string | null;
  readonly token_id: number | null;
  readonly payload: string;
  readonly hash: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A number that was given: of a token, or as its second label. */
export interface Given {
  readonly serviceDay: string;
  readonly series: string;
  readonly number: number;
}

/** What an event changes of a token; all of it where the token is new. */
export type TokenPatch = {
  readonly id: number;
  readonly state?: string;
  readonly counterId?: number | null;
  readonly boundCounterId?: number | null;
  readonly serviceId?: string;
  readonly stageId?: string;
  readonly waitingSince?: number;
  readonly targetMs?: number;
} & Partial<Given>;

/** What an event changes of a counter. */
export type CounterPatch = Fields & {
  readonly id: number;
  readonly operator?: string | null;
  readonly isAutoCall?: boolean;
};

/** Whom counters serve, as the centre has it set up. */
export interface CentreFields {
  readonly profiles: readonly { readonly id: string; readonly levels: readonly (readonly string[])[] }[];
  readonly counters: readonly { readonly id: number; readonly profileId: string }[];
  readonly services: readonly {
    readonly id: string;
    /** Centres of the first schema had no stages. */
    readonly journey?: readonly { readonly id: string; readonly place: string; readonly profiles: readonly string[] }[];
  }[];
}

/** A block of numbers that a kiosk may give alone. */
export interface LeaseFields {
  readonly id: number;
  readonly kioskId: number;
  readonly deviceId: number;
  readonly serviceDay: string;
  readonly firstNumber: number;
  readonly lastNumber: number;
}

/** What an event changes, as far as checkers look at it. */
export interface Change {
  readonly tokens?: readonly TokenPatch[];
  readonly counters?: readonly CounterPatch[];
  readonly appointments?: readonly Fields[];
  readonly applications?: readonly Fields[];
  readonly slip?: Fields;
  readonly series?: Fields;
  readonly alias?: Given;
  readonly lease?: LeaseFields;
  readonly hall?: { readonly serviceDay?: string; readonly centre?: CentreFields };
  readonly device?: { readonly id: number; readonly kind?: string };
  readonly about?: { readonly merged?: boolean; readonly leaseId?: number };
}

/** What was read of a store, once for all checks. */
export interface Read {
  readonly evidence: Evidence;
  readonly events: readonly EventLine[];
  /** The payload of each event, in the same order. */
  readonly changes: readonly Change[];
  /** All rows of a table. */
  readonly rows: (table: string) => readonly Fields[];
  readonly close: () => void;
}

/** Something that must never be, and is. */
export interface Broken {
  readonly invariant: string;
  readonly what: string;
}

/** Reads a store beside whatever else has it open. It shares no code with the hub. */
export function readStore(evidence: Evidence): Read {
  const db = new Database(evidence.storeFile, { readonly: true, fileMustExist: true });
  const events = db.prepare<[], EventLine>('SELECT * FROM event ORDER BY seq').all();
  return {
    evidence,
    events,
    changes: events.map(({ payload }) => JSON.parse(payload) as Change),
    rows: (table) => db.prepare<[], Fields>(`SELECT * FROM ${table}`).all(),
    close: () => void db.close(),
  };
}
