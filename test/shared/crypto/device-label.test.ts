import { expect, test } from 'vitest';
import {
  MAX_LABEL_BYTES,
  openDeviceLabel,
  sealDeviceLabel,
  SEALED_LABEL_BYTES,
} from '../../../shared/crypto/device-label.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';

const secret = systemRandom(32);
const certificate = systemRandom(90);

test('opens for who has the secret, beside that certificate, and every label is as long as any other', () => {
  for (const text of ['', 'kitchen · Linux', '厨房的电脑']) {
    const sealed = sealDeviceLabel(text, secret, certificate, systemRandom);
    expect(sealed).toHaveLength(SEALED_LABEL_BYTES);
    expect(openDeviceLabel(sealed, secret, certificate)).toBe(text);
    expect(openDeviceLabel(sealed, systemRandom(32), certificate)).toBeUndefined();
    expect(openDeviceLabel(sealed, secret, systemRandom(90))).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at]! ^= 1;
      expect(openDeviceLabel(changed, secret, certificate), `byte ${at}`).toBeUndefined();
      expect(openDeviceLabel(sealed.subarray(0, at), secret, certificate)).toBeUndefined();
    }
  }
});

test('one that is too long is cut between characters', () => {
  const opened = openDeviceLabel(
    sealDeviceLabel('密'.repeat(40), secret, certificate, systemRandom),
    secret,
    certificate,
  );
  expect(opened).toBe('密'.repeat(21));
  expect(Buffer.byteLength(opened ?? '')).toBeLessThanOrEqual(MAX_LABEL_BYTES);
});
