/** As much of the speaking program as the clips are made with. */
declare module '@echogarden/espeak-ng-emscripten' {
  interface Speaker {
    set_voice(name: string, language: string, variant: number): void;
    set_rate(wordsAMinute: number): void;
    synthesize(text: string, hear: (samples: Int16Array | null) => boolean): void;
  }
  export default function start(): Promise<{ readonly eSpeakNGWorker: new () => Speaker }>;
  export type { Speaker };
}
