import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Language } from '../../domain/token.ts';
import type { useKioskText } from '../kiosk-words.tsx';
import { controls, sceneElement } from './controls.ts';
import { hearFirst } from './hear-first.ts';
import { type Reader, reader } from './reader.ts';
import { nameOf, textsOf } from './spoken-text.ts';

/** A new page is read when it stands. */
const STANDS_MS = 300;
const LIVE = '[role="status"], [role="alert"]';

interface Spoken {
  readonly language: Language;
  /** What a control that is turned on is called. */
  readonly chosen: string;
  readonly notChosen: string;
  readonly howTo: string;
}

/** Reads the whole scene: its texts, then what can be chosen; before the first one how it is used. */
function readScene(voice: Reader, { language, chosen, howTo }: Spoken, isFirst: boolean): void {
  const names = controls().flatMap((control) => nameOf(control, language, chosen));
  const scene = sceneElement();
  const texts = textsOf(scene.querySelector('main') ?? scene, language);
  voice.say([...(isFirst ? [howTo] : []), ...texts, ...names], language);
}

/** Reads what is told meanwhile, after what is being read. Gives what ends it. */
function readNews(voice: Reader, { language, chosen, notChosen }: Spoken): () => void {
  let last = '';
  const watch = new MutationObserver((changes) => {
    for (const { target, type } of changes) {
      if (type === 'attributes') {
        voice.say([(target as Element).ariaPressed === 'true' ? chosen : notChosen], language);
        continue;
      }
      const place = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      const texts = place ? textsOf(place, language) : [];
      const whole = texts.join(' ');
      if (whole === '' || whole === last) continue;
      last = whole;
      voice.add(texts, language);
    }
  });
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['aria-pressed'],
  });
  return () => watch.disconnect();
}

/** Says a control when it is touched or has the focus. Gives what ends it. */
function readControls(voice: Reader, { language, chosen }: Spoken): () => void {
  const say = (control: HTMLElement) => voice.say(nameOf(control, language, chosen), language);
  const focus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLButtonElement) say(target);
  };
  window.addEventListener('focusin', focus);
  const end = hearFirst(say);
  return () => {
    window.removeEventListener('focusin', focus);
    end();
  };
}

/** Reads the screen aloud while it is wished. `scene` is what stands there: each new one is read from its beginning. */
export function useSpoken(isOn: boolean, { language, text }: ReturnType<typeof useKioskText>, scene: string): void {
  const [voice] = useState(reader);
  const isFirst = useRef(true);
  const words = { chosen: text('chosen'), notChosen: text('notChosen'), howTo: text('hearFirst') };
  const begin = useEffectEvent(() => {
    const spoken = { language, ...words };
    const ends = [readNews(voice, spoken), readControls(voice, spoken)];
    return () => {
      for (const end of ends) end();
      voice.end();
      isFirst.current = true;
    };
  });
  const read = useEffectEvent(() => {
    readScene(voice, { language, ...words }, isFirst.current);
    isFirst.current = false;
  });
  useEffect(() => (isOn ? begin() : undefined), [isOn, language]);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(read, STANDS_MS);
    return () => clearTimeout(timer);
  }, [isOn, language, scene]);
}
