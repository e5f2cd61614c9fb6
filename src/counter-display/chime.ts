/** Two soft tones, made here: no file has to be there for a call to be heard. */
const TONES = [
  { hertz: 784, atS: 0 },
  { hertz: 587, atS: 0.28 },
] as const;
const TONE_S = 0.9;

let sound: AudioContext | undefined;

const context = (): AudioContext => {
  sound ??= new AudioContext();
  return sound;
};

/** Whether the browser lets this page be heard; Electron always does, a browser after the first touch. */
export const isSoundOn = (): boolean => context().state === 'running';

/** Asks the browser for sound, from within a touch or a key press. */
export const turnSoundOn = (): Promise<void> => context().resume();

/** Sounds the chime of a call; silently nothing where the page may not be heard. */
export function chime(): void {
  const audio = context();
  if (audio.state !== 'running') return;
  for (const { hertz, atS } of TONES) {
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
    const volume = new GainNode(audio, { gain: 0 });
    const begin = audio.currentTime + atS;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.5, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + TONE_S);
  }
}
