/** A person's settings on the line (node/core/settings.ts), and some of them as a change. */
import { z } from 'zod';

const TextSize = z.enum(['small', 'normal', 'large', 'huge']);
const TextColor = z.enum(['red', 'orange', 'green', 'teal', 'blue', 'purple', 'pink', 'grey']);
const TextFace = z.enum(['sans', 'serif', 'mono', 'hand']);

/** How a text looks; each theme has its own legible shade of a colour, null: the theme's own. */
export const StyleView = z.strictObject({ size: TextSize, color: TextColor.nullable(), face: TextFace });

const Notifications = z.object({
  messages: z.boolean(),
  requests: z.boolean(),
  /** Whether a notification shows the text. */
  preview: z.boolean(),
  sound: z.boolean(),
});
/** Each goes both ways: who does not tell is not told. */
const Privacy = z.object({ readReceipts: z.boolean(), typing: z.boolean() });

export const SettingsView = z.object({
  /** null: the system's. */
  language: z.enum(['zh', 'en']).nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  motion: z.enum(['system', 'reduced']),
  notifications: Notifications,
  privacy: Privacy,
  /** Whether people on the same LAN see that one is there, and may ask who. */
  lan: z.object({ visible: z.boolean() }),
  /** After so many minutes without anybody at any face the profile locks; what comes meanwhile waits at the mailbox. */
  autoLock: z.enum(['off', '5', '15', '60', '240']),
  composer: StyleView,
});

/** What is left out stays as it is. */
export const SettingsChange = z.strictObject({
  language: SettingsView.shape.language.exactOptional(),
  theme: SettingsView.shape.theme.exactOptional(),
  motion: SettingsView.shape.motion.exactOptional(),
  notifications: z
    .strictObject({
      messages: z.boolean().exactOptional(),
      requests: z.boolean().exactOptional(),
      preview: z.boolean().exactOptional(),
      sound: z.boolean().exactOptional(),
    })
    .exactOptional(),
  privacy: z
    .strictObject({ readReceipts: z.boolean().exactOptional(), typing: z.boolean().exactOptional() })
    .exactOptional(),
  lan: z.strictObject({ visible: z.boolean().exactOptional() }).exactOptional(),
  autoLock: SettingsView.shape.autoLock.exactOptional(),
  composer: z
    .strictObject({
      size: TextSize.exactOptional(),
      color: TextColor.nullable().exactOptional(),
      face: TextFace.exactOptional(),
    })
    .exactOptional(),
});

export type SettingsBody = z.infer<typeof SettingsView>;
export type SettingsChangeBody = z.infer<typeof SettingsChange>;
