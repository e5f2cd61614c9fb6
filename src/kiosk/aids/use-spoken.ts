import { useEffect, useEffectEvent, useRef } from 'react';
import type { Language } from '../../domain/token.ts';
import { keepReady } from '../../renderer/voice/voices.ts';
import type { useKioskText } from '../kiosk-words.tsx';
import type { Aid } from './aids.ts';
import { controls, sceneElement } from './controls.ts';
import { hearFirst } from './hear-first.ts';
import type { Reader } from './reader.ts';
import { nameOf, textsOf } from './spoken-text.ts';

/** A new page is read when it stands. */
const STANDS_MS = 300;
/** As long as a touch may take from finger down to finger up. */
const TOUCH_MS = 700;
const LIVE = '[role="status"], [role="alert"]';

interface Spoken {
  readonly language: Language;
  /** What a control that is turned on is called. */
  readonly chosen: string;
  readonly notChosen: string;
}

/** The places that tell something and that a change has touched: around it, or come with it. */
function livePlaces({ target, addedNodes }: MutationRecord): readonly Element[] {
  const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
  const come = [...addedNodes].flatMap((node) =>
    node instanceof Element ? [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)] : [],
  );
  return [...new Set([...(around ? [around] : []), ...come])];
}

/** Reads what is told meanwhile, after what is being read. Gives what ends it. */
function readNews(voice: Reader, { language, chosen, notChosen }: Spoken): () => void {
  let last = '';
  const tell = (place: Element) => {
    const texts = textsOf(place, language);
    const whole = texts.join(' ');
    if (whole !== '' && whole !== last) voice.add(texts, language);
    last = whole;
  };
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type !== 'attributes') livePlaces(change).forEach(tell);
      else voice.say([(change.target as Element).ariaPressed === 'true' ? chosen : notChosen], language);
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

/** Says a control when it is touched or has the focus. Gives what forgets which was touched, and what ends it. */
function readControls(voice: Reader, { language, chosen }: Spoken) {
  const say = (control: HTMLElement) => voice.say(nameOf(control, language, chosen), language);
  // A touch moves the focus too; what it says is for `hearFirst` to decide.
  let touchedMs = Number.NEGATIVE_INFINITY;
  const touch = () => (touchedMs = performance.now());
  const focus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLButtonElement && performance.now() - touchedMs > TOUCH_MS) say(target);
  };
  window.addEventListener('pointerdown', touch, { capture: true });
  window.addEventListener('focusin', focus);
  const { forget, end } = hearFirst(say);
  return {
    forget,
    end() {
      window.removeEventListener('pointerdown', touch, { capture: true });
      window.removeEventListener('focusin', focus);
      end();
    },
  };
}

/**
 * Reads the screen aloud while it is wished. `scene` is what stands there: each new one is read from its beginning, and
 * then what can be chosen, unless the focus goes through that by itself.
 */
export function useSpoken(
  aids: readonly Aid[],
  { language, text }: ReturnType<typeof useKioskText>,
  scene: string,
  voice: Reader,
): void {
  const isOn = aids.includes('spoken');
  const isFirst = useRef(true);
  const forget = useRef<() => void>(undefined);
  const begin = useEffectEvent(() => {
    const spoken = { language, chosen: text('chosen'), notChosen: text('notChosen') };
    // What has to be said when the hub, which has the clips, is away.
    void keepReady(language, [text('lost'), text('connecting'), text('askStaff'), text('aMoment')]);
    const endNews = readNews(voice, spoken);
    const touched = readControls(voice, spoken);
    forget.current = touched.forget;
    return () => {
      endNews();
      touched.end();
      voice.end();
      isFirst.current = true;
    };
  });
  const read = useEffectEvent(() => {
    const whole = sceneElement();
    const names = aids.includes('steps')
      ? []
      : controls().flatMap((control) => nameOf(control, language, text('chosen')));
    const howTo = isFirst.current ? [text('hearFirst')] : [];
    isFirst.current = false;
    voice.say([...howTo, ...textsOf(whole.querySelector('main') ?? whole, language), ...names], language);
  });
  useEffect(() => (isOn ? begin() : undefined), [isOn, language]);
  useEffect(() => {
    if (!isOn) return;
    forget.current?.();
    const timer = setTimeout(read, STANDS_MS);
    return () => clearTimeout(timer);
  }, [isOn, language, scene]);
}
