/** Two short tones, made here: no file to load. */
const TONES = [659.25, 880] as const;
const TONE_SECONDS = 0.12;
const LOUDNESS = 0.08;

/** Browsers let a page be heard once somebody has used it: a sound that had to wait longer would say nothing any more. */
const LATEST_MS = 1_000;

let context: AudioContext | undefined;

export function playSound(): void {
  context ??= new AudioContext();
  const { state } = context;
  if (state === 'running') {
    play(context);
    return;
  }
  const asked = Date.now();
  const waiting = context;
  void waiting.resume().then(() => {
    if (Date.now() - asked < LATEST_MS) play(waiting);
  });
}

function play(context: AudioContext): void {
  const { currentTime, destination } = context;
  for (const [at, frequency] of TONES.entries()) {
    const start = currentTime + at * TONE_SECONDS;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, start + TONE_SECONDS * 2);
    tone.connect(gain).connect(destination);
    tone.start(start);
    tone.stop(start + TONE_SECONDS * 2);
  }
}
