import { describe, expect, it } from 'vitest';
import { type AnomalyFacts, findAnomalies } from '../../../src/domain/anomalies/anomaly.ts';

const NOTHING: AnomalyFacts = { tokens: [], bookings: [], phones: [], phoneTokens: [], kiosks: [], operators: [] };
const kiosk = (issuedAts: readonly number[], withClass = 0, corrected = 0) => ({
  kioskId: 1,
  issuedAts,
  withClass,
  corrected,
});
const every = (count: number, ms: number) => Array.from({ length: count }, (_, place) => 1_000 + place * ms);

describe('what looks like a tout’s work', () => {
  it('is nothing in a usual day', () => {
    const facts = {
      ...NOTHING,
      tokens: [{ personId: 'a', count: 4, labels: 'A-001 A-002 A-003 A-004' }],
      kiosks: [kiosk(every(400, 10_000), 60, 9)],
      operators: [{ name: 'Ali', calls: 60, jumps: 5 }],
    };
    expect(findAnomalies(facts)).toEqual([]);
  });

  it('is one card with many tokens or bookings, and one phone behind many people', () => {
    const facts = {
      ...NOTHING,
      tokens: [{ personId: 'a', count: 5, labels: 'A-001 A-002 A-003 A-004 A-005' }],
      bookings: [{ personId: 'b', count: 4, labels: '' }],
      phones: [{ persons: 7, count: 9 }],
      phoneTokens: [
        { persons: 3, count: 7 },
        { persons: 6, count: 6 },
      ],
    };
    expect(findAnomalies(facts)).toEqual([
      { kind: 'tokensOfCard', count: 5, labels: 'A-001 A-002 A-003 A-004 A-005' },
      { kind: 'bookingsOfCard', count: 4 },
      { kind: 'bookingsOfPhone', count: 9, persons: 7 },
      { kind: 'tokensOfPhone', count: 7, persons: 3 },
    ]);
  });

  it('is a kiosk that gives more in a minute than people can touch, wherever in the day', () => {
    const slow = every(100, 20_000);
    const burst = [...slow, ...every(8, 5_000).map((at) => at + 5_000_000), 9_000_000];
    expect(findAnomalies({ ...NOTHING, kiosks: [kiosk(burst)] })).toEqual([
      { kind: 'kioskBurst', kioskId: 1, count: 8, at: 5_001_000 },
    ]);
    expect(findAnomalies({ ...NOTHING, kiosks: [kiosk(slow)] })).toEqual([]);
  });

  it('is a kiosk whose classes are often none, and an operator who often calls out of order', () => {
    const facts = {
      ...NOTHING,
      kiosks: [kiosk([], 20, 5)],
      operators: [{ name: 'Ali', calls: 50, jumps: 5 }],
    };
    expect(findAnomalies(facts)).toEqual([
      { kind: 'classesCorrected', kioskId: 1, count: 5, of: 20 },
      { kind: 'jumps', operator: 'Ali', count: 5, of: 50 },
    ]);
  });
});
