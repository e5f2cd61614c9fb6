import { useLayoutEffect, useRef, useState } from 'react';

/** How many rows of that height (in em of the element) fit into an element, anew when its size changes. */
export function useFitting<E extends HTMLElement>(rowEm: number) {
  const place = useRef<E>(null);
  const [fitting, setFitting] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      setFitting(Math.floor((element.clientHeight + 0.5) / (rowEm * em)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [rowEm]);
  return { place, fitting };
}
