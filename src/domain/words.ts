/** A text that people read, in both languages of the hall. */
export interface Words {
  readonly en: string;
  readonly ur: string;
}
