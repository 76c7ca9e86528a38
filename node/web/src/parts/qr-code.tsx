import encodeQr from 'qr';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

/** Light modules around it, as ISO/IEC 18004 asks for: without them a camera does not find it in a dark page. */
const QUIET = 4;

interface Props {
  readonly text: string;
  /** What it is, for whoever does not see it. */
  readonly label: string;
}

/** Dark on light in every theme: not every reader takes the reverse. */
export function QrCode({ text, label }: Props): ReactElement {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="rounded-normal aspect-square w-full max-w-72 bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Each row's dark runs as rectangles of one path. */
function drawn(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQr(text, 'raw', { ecc: 'low', border: QUIET });
  const runs = rows.flatMap((row, y) => {
    const parts: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true || row[x - 1] === true) continue;
      let end = x + 1;
      while (row[end] === true) end += 1;
      parts.push(`M${x} ${y}h${end - x}v1H${x}z`);
    }
    return parts;
  });
  return { size: rows.length, path: runs.join('') };
}
