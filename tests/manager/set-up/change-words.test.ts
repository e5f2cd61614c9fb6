import { describe, expect, it } from 'vitest';
import { changeWords, worthReading } from '../../../src/manager/set-up/review/change-words.ts';
import type { CentreFile } from '../../../src/protocol/centre-file.ts';
import { fileChanges, type FileValue } from '../../../src/protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { readWords } from '../../../src/renderer/text.ts';
import { MANAGER_WORDS } from '../../../src/renderer/words/manager.ts';
import { lahore } from '../../support/lahore.ts';

const FILE = fileOfCentre(lahore());
const words = readWords(MANAGER_WORDS);

/** What people read of what a change changes. */
function read(change: (file: CentreFile) => void, language: 'en' | 'ur' = 'en'): string[] {
  const file = structuredClone(FILE);
  change(file);
  const changes = worthReading(fileChanges(FILE as unknown as FileValue, file as unknown as FileValue));
  const reader = { language, text: words[language], files: [file, FILE] };
  return changes.map((one) => {
    const { place, kind, before, after } = changeWords(one, reader);
    return `${place.join(' › ')} | ${kind} | ${before} → ${after}`;
  });
}

describe('a change of the centre', () => {
  it('is told by the labels of its fields, with names, units and lists as people say them', () => {
    expect(
      read((file) => {
        file.services[1]!.journey[1]!.targetMinutes = 45;
        file.services[1]!.group = 'post';
        file.services[1]!.identity = 'required';
        file.counters[0]!.profile = 'nadra';
        file.classes[0]!.targetShare = 0.25;
        file.kiosks[0]!.printer = 'tcp://192.168.1.50:9100';
        file.hours.friday = [];
      }),
    ).toEqual([
      'Priority classes › Elder, 60 or more › Part of the promised wait | changed | 50 percent → 25 percent',
      'Opening hours › Friday | changed | 00:00-24:00 → nothing',
      'Services › Domicile › Group on the kiosk | changed | Identity and residence → Post and e-Stamp',
      'Services › Domicile › Stages › Document check › Promised wait | changed | 40 minutes → 45 minutes',
      'Services › Domicile › CNIC at the kiosk | changed | Asked, and may be left out → Needed for a token',
      'Counters › Counter 1 › What it serves | changed | Residence → NADRA',
      'Kiosks and printers › Kiosk 1 › Where slips print | changed | On the screen only → tcp://192.168.1.50:9100',
    ]);
  });

  it('tells columns and journeys in their order, and an order only where it is another one', () => {
    expect(
      read((file) => {
        file.profiles[1]!.levels = [['nadra'], ['e-sahulat', 'domicile']];
        file.groups.push({ id: 'new', name: { en: 'New', ur: 'نیا' }, pictogram: 'car' });
        file.halls.reverse();
      }),
    ).toEqual([
      'Groups › New | added | nothing → Picture: Car',
      'Halls › Order | changed | Hall 1, Hall 2 → Hall 2, Hall 1',
      'What counters serve › NADRA › Serves | changed | NADRA – then – e-Sahulat → NADRA – then – e-Sahulat, Domicile',
    ]);
  });

  it('shows no id, no name of a field and no JSON in either language, however much is changed', () => {
    const everything = (file: CentreFile) => {
      file.name.ur = 'نیا';
      file.dayStart = '05:00';
      file.islamicDays = null;
      file.paperSeries = 'Y';
      file.appointments.earlyMinutes = 20;
      file.appointments.bookablePercent = 50;
      file.slipLanguages = 'citizen';
      file.services = file.services.slice(1);
      file.services[0]!.journey.splice(3, 2);
      file.services[0]!.papers.pop();
      file.stages[8]!.place = 'counter';
      file.boards[0]!.night = ['21:00', '06:00'];
      file.boards[0]!.speaks = ['pa'];
      file.boards.push({ id: 'side', hall: 'hall-2', counters: [16], speaks: ['ur'], volumePercent: 40 });
      file.ticker.push({ en: 'Hello', ur: 'سلام' });
      file.counters.pop();
      file.holidays = [];
    };
    for (const language of ['en', 'ur'] as const) {
      const lines = read(everything, language);
      expect(lines.length).toBeGreaterThan(15);
      for (const line of lines) expect(line).not.toMatch(/[{}[\]"#_]|undefined|[a-z][A-Z]|hall-\d|\bnothing ›/);
    }
    // Boards have no names: they are called by what stands in their address.
    for (const line of read(everything, 'ur')) {
      expect(line.split(' | ')[0]?.replace(/Entrance|Side/, '')).not.toMatch(/[a-z]{3}/);
    }
  });
});
