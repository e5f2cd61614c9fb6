import { useEffect, useState } from 'react';

/** How many times as fast as it was. */
export const SPEEDS = [1, 10, 60, 240] as const;
export type Speed = (typeof SPEEDS)[number];

const STEP_MS = 250;

/** Runs through a span of time (epoch ms) at a chosen speed. */
export function usePlayer(fromAt: number, toAt: number) {
  const [at, setAt] = useState(fromAt);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const isRunning = isPlaying && at < toAt;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setAt((before) => Math.min(toAt, before + STEP_MS * speed)), STEP_MS);
    return () => clearInterval(timer);
  }, [isRunning, speed, toAt]);
  return {
    at,
    speed,
    isRunning,
    setSpeed,
    seek: (next: number) => setAt(Math.min(toAt, Math.max(fromAt, next))),
    pause: () => setPlaying(false),
    /** From the beginning again, where it has come to its end. */
    play() {
      if (at >= toAt) setAt(fromAt);
      setPlaying(true);
    },
  };
}

export type Player = ReturnType<typeof usePlayer>;
