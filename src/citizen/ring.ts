/** Made by the first touch: a phone lets a page be heard and buzz only after one. */
let audio: AudioContext | undefined;

const TONES = [784, 587, 784] as const;
const TONE_S = 0.35;

export const isRinging = (): boolean => audio?.state === 'running';

/** Lets the page ring when its token is called, from within a touch; and rings once, so that one hears how loud it is. */
export async function letRing(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
  ring();
}

/** Rings and buzzes, as far as the phone lets this page. */
export function ring(): void {
  if (!audio || audio.state !== 'running') return;
  navigator.vibrate?.([300, 150, 300]);
  for (const [place, hertz] of TONES.entries()) {
    const begin = audio.currentTime + place * TONE_S;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.6, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + TONE_S);
    tone.connect(volume);
    volume.connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + TONE_S);
  }
}
