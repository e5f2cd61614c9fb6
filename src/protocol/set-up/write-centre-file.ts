import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import type { CentreFile } from '../centre-file.ts';
import { NAMED_LISTS } from '../centre-file-checks.ts';

/** What stands over each part of the file, for who opens it in an editor. */
const COMMENTS: Readonly<Record<string, string>> = {
  timeZone: 'Times are local (08:30), waits in minutes.',
  holidays: 'Days without opening hours.',
  appointments:
    'An appointment checks in from earlyMinutes before to lateMinutes after its slot, and is called within\n targetMinutes. bookablePercent: which part of the counters’ time is offered to appointments.',
  islamicDays: 'The Islamic date on slips: days from Umm al-Qura’s table to the moon of the place, or null for none.',
  standbyTakesOver: 'byButton, or byItself: then the hub acknowledges only while most of its paired screens hear it.',
  carriedDays: 'How many turns of the service day a carried-over token waits for its citizen.',
  stages:
    'The kinds of stages. place: kiosk (done by taking the token), counter, backOffice, or citizen (waits for the\n citizen to come back). The end of `filing` makes an application with a tracking number.',
  services:
    'A journey lists stages in order: at a counter with the promised wait and the usual time (profiles: which counters,\n where not all of the service), elsewhere with the working hours until it is due.',
  classes: 'targetShare: which part of the service’s target is promised to the class.',
  profiles: 'A profile lists services in levels: a lower level is asked when the lines of those above are empty.',
  boards: 'Boards that differ from the rest of their hall, opened as /counter-display/?board=ID.',
};

/** The order in which people read it. */
const ORDER: readonly (keyof CentreFile)[] = [
  'id',
  'name',
  'timeZone',
  'dayStart',
  'hours',
  'holidays',
  'appointments',
  'paperSeries',
  'slipLanguages',
  'islamicDays',
  'cnicPattern',
  'carriedDays',
  'standbyTakesOver',
  ...NAMED_LISTS,
  'ticker',
];

const isShort = (node: unknown): boolean =>
  isScalar(node) ||
  (isMap(node) && node.items.every(({ value }) => isShort(value)) && JSON.stringify(node).length < 110) ||
  (isSeq(node) && node.items.every(isScalar));

/** A centre as one file (YAML) that `readCentreFile` reads back, with what each part means. */
export function writeCentreFile(file: CentreFile): string {
  const known = ORDER.filter((name) => file[name] !== undefined).map((name) => [name, file[name]]);
  const document = new Document({ ...Object.fromEntries(known), ...file });
  document.commentBefore = ` ${file.name.en}: the whole centre as Markaz runs it.\n Written by its set-up; it can be read in again there, or by a hub that is started with --centre.`;
  visit(document, {
    Collection(_, node) {
      if (node !== document.contents && isShort(node)) node.flow = true;
    },
  });
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const comment = COMMENTS[String((key as Scalar).value)];
    if (comment !== undefined) (key as Node).commentBefore = ` ${comment}`;
    if (comment !== undefined || (isSeq(value) && !value.flow)) (key as Node).spaceBefore = true;
  }
  return document.toString({ lineWidth: 0 });
}
