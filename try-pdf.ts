import { writeFileSync } from 'node:fs';
import { loadCentre } from './scripts/day/demo-hub.ts';
import { openReadOnly } from './src/store/database.ts';
import { reportSource } from './src/hub/reports/facts/report-source.ts';
import { answerTask } from './src/hub/reports/answer-task.ts';
const [dir='', day=''] = process.argv.slice(2);
const db = openReadOnly(dir+'/markaz.db'); const s = reportSource(db, dir+'/reports'); while(!s.readOn());
for (const language of ['en','ur'] as const) writeFileSync(`/tmp/day-${language}.pdf`, await answerTask({kind:'pdf', day, language, centre: loadCentre()}, s.days) as Uint8Array);
