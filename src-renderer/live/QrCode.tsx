import { encode } from 'uqr';

/** Empty modules around a code, which readers need (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4;

/** A text as a QR code, black on white in every theme: readers want dark modules on a light ground. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = encode(text, { border: QUIET_ZONE });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect className="qr-code-ground" width={size} height={size} />
      <path className="qr-code-modules" d={modules.join('')} />
    </svg>
  );
}
