import { useLayoutEffect, useRef, useState } from 'react';

/** The height of an element in em of its own, anew when its size changes. */
export function useHeightEm<E extends HTMLElement>() {
  const place = useRef<E>(null);
  const [heightEm, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      setHeight(element.clientHeight / em);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { place, heightEm };
}
