import { type PrinterStatus, WELL } from './printer.ts';

/** The real-time questions: DLE EOT with 1 for the printer, 2 for what keeps it offline, 3 for its error, 4 for paper. */
export const QUESTIONS = [1, 2, 3, 4] as const;
export type Question = (typeof QUESTIONS)[number];

/** DLE EOT n: asked and answered at once, whatever lies in the printer's buffer. */
export const questionBytes = (question: Question): Uint8Array => Uint8Array.of(0x10, 0x04, question);

type Answers = { readonly [Q in Question]?: number };

const has = (byte: number | undefined, bits: number): boolean => ((byte ?? 0) & bits) !== 0;

function faultOf(answer: number | undefined): PrinterStatus['fault'] {
  if (has(answer, 0x20)) return 'unrecoverable';
  if (has(answer, 0x08)) return 'cutter';
  return has(answer, 0x04 | 0x40) ? 'recoverable' : 'none';
}

function paperOf(stop: number | undefined, sensors: number | undefined): PrinterStatus['paper'] {
  if (has(stop, 0x20) || has(sensors, 0x60)) return 'out';
  return has(sensors, 0x0c) ? 'nearEnd' : 'present';
}

/**
 * The status that the answers to DLE EOT tell (bits: Epson TM-T88 and TM-U230 reference, Citizen the same). A question
 * without an answer says nothing; without any the printer is one that does not answer.
 */
export function statusOf(answers: Answers): PrinterStatus {
  const { 1: printer, 2: offline, 3: error, 4: paper } = answers;
  return {
    ...WELL,
    answers: Object.keys(answers).length > 0,
    isOffline: has(printer, 0x08),
    paper: paperOf(offline, paper),
    isCoverOpen: has(offline, 0x04),
    fault: faultOf(error),
  };
}

/** The status that an automatic one tells (ASB: four bytes, as GS a turns them on). */
export function statusOfAsb([first = 0, second = 0, third = 0]: readonly number[]): PrinterStatus {
  return {
    ...WELL,
    isOffline: has(first, 0x08),
    isCoverOpen: has(first, 0x20),
    fault: faultOf(second),
    paper: has(third, 0x0c) ? 'out' : has(third, 0x03) ? 'nearEnd' : 'present',
  };
}
