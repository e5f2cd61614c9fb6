/** Two soft tones, made here: no file has to be there for a call to be heard. */
const TONES = [
  { hertz: 784, atS: 0 },
  { hertz: 587, atS: 0.28 },
] as const;
const ALARM_TONES = [
  { hertz: 440, atS: 0 },
  { hertz: 523, atS: 0.35 },
] as const;
const TONE_S = 0.9;
const TICK_S = 0.12;
/** A clip that is not there by then comes too late. */
export const FETCH_MS = 3_000;

interface Sound {
  readonly audio: AudioContext;
  /** What everything here is heard through. */
  readonly volume: GainNode;
}

let sound: Sound | undefined;

function opened(): Sound {
  if (sound) return sound;
  const audio = new AudioContext();
  const volume = new GainNode(audio);
  volume.connect(audio.destination);
  return (sound = { audio, volume });
}

/** Whether the browser lets this page be heard; Electron always does, a browser after the first touch. */
export const isSoundOn = (): boolean => opened().audio.state === 'running';

/** Asks the browser for sound, from within a touch or a key press. */
export const turnSoundOn = (): Promise<void> => opened().audio.resume();

/** How loud chime and voice are, 0 to 1. */
export function setVolume(volume: number): void {
  opened().volume.gain.value = volume;
}

/** Sounds tones, each swelling and fading; silently nothing where the page may not be heard. */
function ring(tones: readonly { readonly hertz: number; readonly atS: number }[], loudness: number): void {
  const { audio, volume } = opened();
  if (audio.state !== 'running') return;
  for (const { hertz, atS } of tones) {
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
    const swell = new GainNode(audio, { gain: 0 });
    const begin = audio.currentTime + atS;
    swell.gain.setValueAtTime(0.0001, begin);
    swell.gain.exponentialRampToValueAtTime(loudness, begin + 0.02);
    swell.gain.exponentialRampToValueAtTime(0.0001, begin + TONE_S);
    tone.connect(swell).connect(volume);
    tone.start(begin);
    tone.stop(begin + TONE_S);
  }
}

/** The chime of a call. */
export const chime = (): void => ring(TONES, 0.5);

/** The tone of an alarm: lower, softer and rising, so that nobody takes it for a call. */
export const alarmTone = (): void => ring(ALARM_TONES, 0.3);

/** The clip at an address. @throws when it is not there, or is no sound. */
export async function readClip(address: string): Promise<AudioBuffer> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return opened().audio.decodeAudioData(await answer.arrayBuffer());
}

/** Sounds for what has no clip: something stands there that is not said. */
export function tick(): void {
  const { audio, volume } = opened();
  if (audio.state !== 'running') return;
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: 330 });
  tone.connect(new GainNode(audio, { gain: 0.2 })).connect(volume);
  tone.start();
  tone.stop(audio.currentTime + TICK_S);
}

/**
 * Plays clips one right after the other, to the end of the last or until `signal` ends it; nothing where the page may
 * not be heard.
 */
export async function playClips(clips: readonly AudioBuffer[], signal?: AbortSignal): Promise<void> {
  const { audio, volume } = opened();
  if (audio.state !== 'running' || signal?.aborted) return;
  let at = audio.currentTime;
  const sources = clips.map((buffer) => {
    const source = new AudioBufferSourceNode(audio, { buffer });
    source.connect(volume);
    source.start(at);
    at += buffer.duration;
    return source;
  });
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const source of sources) source.stop();
      resolve();
    };
    const timer = setTimeout(end, (at - audio.currentTime) * 1_000);
    signal?.addEventListener('abort', end, { once: true });
  });
}
