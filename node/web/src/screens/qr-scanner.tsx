/** Reads a QR code: with the camera, out of a picture, or as text that was sent some other way. */
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Button } from '../parts/button.tsx';
import { openReader, readPicture } from './read-qr.ts';

/** Between two looks at the camera's picture: nobody holds a code still for less, and it leaves the page most of its time. */
const LOOK_EVERY_MS = 150;

interface Props {
  /** What was read, whatever it is. */
  readonly onText: (text: string) => void;
}

type CameraState = 'off' | 'on' | 'refused' | 'missing';

export function QrScanner({ onText }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [camera, setCamera] = useState<CameraState>('off');
  const [unread, setUnread] = useState(false);
  const found = (text: string): void => {
    setCamera('off');
    setUnread(false);
    onText(text);
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = await readPicture(file);
    if (text === undefined) setUnread(true);
    else found(text);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {camera === 'on' ? (
          <Button
            icon="close"
            onClick={() => {
              setCamera('off');
            }}
          >
            {t('scan.stop')}
          </Button>
        ) : (
          <Button
            icon="camera"
            onClick={() => {
              setUnread(false);
              setCamera('on');
            }}
          >
            {t('scan.camera')}
          </Button>
        )}
        <label
          htmlFor={id}
          className="tints bg-raised text-ink border-edge hover:bg-hover rounded-normal has-focus-visible:outline-focus relative inline-flex min-h-target cursor-pointer items-center justify-center gap-2 border px-4 py-1.5 font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
        >
          <Icon name="file" size={18} />
          {t('scan.picture')}
          <input
            id={id}
            type="file"
            accept="image/*"
            className="absolute -inset-px cursor-pointer opacity-0"
            onChange={({ target }) => {
              void choose(target.files?.[0]);
              target.value = ''; // The same file once more is asked for once more.
            }}
          />
        </label>
      </div>
      {camera === 'on' && <Camera onText={found} onEnd={setCamera} />}
      <p role="status" className="text-small text-ink-soft empty:hidden">
        {camera === 'on' && t('scan.holdStill')}
        {camera === 'refused' && t('scan.refused')}
        {camera === 'missing' && t('scan.missing')}
        {camera !== 'on' && unread && t('scan.unread')}
      </p>
    </div>
  );
}

function Camera({ onText, onEnd }: Props & { readonly onEnd: (state: 'refused' | 'missing') => void }): ReactElement {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const read = useEffectEvent(onText);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stream: MediaStream | undefined;
    const run = async (): Promise<void> => {
      const opened = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      stream = opened;
      const element = video.current;
      if (over || element === null) return;
      element.srcObject = opened;
      await element.play();
      const reader = await openReader();
      const look = (): void => {
        if (over) return;
        const text = reader.read(element, element.videoWidth, element.videoHeight);
        if (text === undefined) timer = setTimeout(look, LOOK_EVERY_MS);
        else read(text);
      };
      look();
    };
    run()
      .catch((error: unknown) => {
        const name = error instanceof DOMException ? error.name : '';
        if (!over) end(name === 'NotAllowedError' ? 'refused' : 'missing');
      })
      .finally(() => {
        if (over) stop(stream);
      });
    return () => {
      over = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, []);
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label={t('scan.view')}
      className="rounded-normal bg-hover aspect-square w-full max-w-72 object-cover"
    />
  );
}

/** The camera's light goes out with it. */
function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
