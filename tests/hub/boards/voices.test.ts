import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVoices } from '../../../src/hub/boards/voices.ts';
import { CLIP_NAMES } from '../../../src/speech/call-clips.ts';
import { testFolder } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';

/** A voice's folder with those files, each holding its own name. */
function voiceIn(folder: string, manifest: { clips: object; texts?: object }): void {
  mkdirSync(join(folder, 'ur'), { recursive: true });
  writeFileSync(join(folder, 'ur/manifest.json'), JSON.stringify({ name: 'Somebody', language: 'ur', ...manifest }));
  for (const file of Object.values({ ...manifest.clips, ...manifest.texts }) as string[])
    writeFileSync(join(folder, 'ur', file), `${folder} ${file}`);
}

const ALL = Object.fromEntries(CLIP_NAMES.map((name) => [name, `${name}.wav`]));

function voices() {
  const [shipped, recorded] = [testFolder(), testFolder()];
  const read = () => readVoices(shipped, recorded, lahore);
  const bodyOf = (file: string) => String(read().files.get(`/voices/ur/${file}`)?.body);
  return { shipped, recorded, read, bodyOf, urdu: () => read().reports()[0] };
}

describe('the voices', () => {
  it('call in one voice alone, and read aloud in both: what nobody recorded is said by the one that is shipped', () => {
    const { shipped, recorded, bodyOf, urdu } = voices();
    voiceIn(shipped, { clips: ALL, texts: { ڈومیسائل: 'a.ogg', نادرا: 'b.ogg' } });
    voiceIn(recorded, { clips: { token: 'token.wav' }, texts: { نادرا: 'c.ogg' } });
    expect(urdu()).toMatchObject({ isRecorded: true, trouble: null });
    expect(urdu()?.missing).toHaveLength(CLIP_NAMES.length - 1);
    const manifest = JSON.parse(bodyOf('manifest.json')) as object;
    expect(manifest).toMatchObject({ clips: { token: 'token.wav' }, texts: { ڈومیسائل: 'a.ogg', نادرا: 'c.ogg' } });
    expect(bodyOf('token.wav')).toBe(`${recorded} token.wav`);
    expect([bodyOf('a.ogg'), bodyOf('c.ogg')]).toEqual([`${shipped} a.ogg`, `${recorded} c.ogg`]);
  });

  it('go on calling with the one that is shipped where a folder only adds names', () => {
    const { shipped, recorded, urdu } = voices();
    voiceIn(shipped, { clips: ALL });
    voiceIn(recorded, { clips: {}, texts: { ڈومیسائل: 'a.ogg' } });
    expect(urdu()).toMatchObject({ isRecorded: false, missing: [] });
    expect(urdu()?.unsaid).not.toContain('ڈومیسائل');
    expect(urdu()?.unsaid).toContain('نادرا');
  });

  it('say which names of the centre they lack, and what cannot be read', () => {
    const { shipped, recorded, read, urdu } = voices();
    expect(urdu()).toMatchObject({ name: null, missing: CLIP_NAMES, trouble: null });
    voiceIn(shipped, { clips: ALL });
    expect(urdu()?.unsaid.length).toBeGreaterThan(40);
    expect(read().reports()[2]?.unsaid).toEqual([]);
    mkdirSync(join(recorded, 'ur'));
    writeFileSync(join(recorded, 'ur/manifest.json'), '{');
    expect(urdu()).toMatchObject({ trouble: 'badManifest', missing: CLIP_NAMES });
  });
});
