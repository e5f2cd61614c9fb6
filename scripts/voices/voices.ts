import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../../src/domain/token.ts';
import { type VoiceManifest, voiceManifest } from '../../src/protocol/voice-manifest.ts';
import { namesOf } from './screen-texts.ts';
import { speaker } from './speaker.ts';

const HELP = `Usage: npm run voices -- --centre FILE --to FOLDER

Makes the clips with which kiosks read the names of a centre aloud: its groups, services, stages, classes and papers, in
Urdu and English. FOLDER is the folder "voices" of the hub's data folder; what a person has recorded there is kept. The
hub reads it when it starts.

  --help            this text

Exit code 0 when the clips are there, 2 for a wrong command line or a centre file with a fault.`;

/** The voice of a folder as it is; where there is none, one that says no calls. */
function manifestIn(folder: string, language: Language): VoiceManifest {
  const file = join(folder, 'manifest.json');
  if (existsSync(file)) return voiceManifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { name: 'eSpeak NG, the names of the centre', language, clips: {}, texts: {} };
}

async function addNames(centre: string, to: string): Promise<void> {
  const voice = await speaker();
  for (const language of LANGUAGES) {
    const folder = join(to, language);
    mkdirSync(folder, { recursive: true });
    const manifest = manifestIn(folder, language);
    const missing = new Map([...namesOf(centre, language)].filter(([text]) => !Object.hasOwn(manifest.texts, text)));
    const texts = { ...manifest.texts, ...voice.texts(missing, language, folder) };
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ ...manifest, texts }, null, 1)}\n`);
    console.log(`${language}: ${missing.size} clips made in ${folder}`);
  }
}

try {
  const { values } = parseArgs({
    options: { centre: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(HELP);
  else if (!values.centre || !values.to) throw new Error('--centre FILE and --to FOLDER are needed.');
  else await addNames(values.centre, values.to);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 2;
}
