/** How a person has the chat with a contact: hidden until something new comes, silent, and what was typed and not sent. */
import type { ChatRow } from '../core/generated/rows.js';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_TEXT_BYTES } from '../../shared/wire/limits.ts';
import type { Lane } from './lane.ts';

/** On disk when it resolves; a change that changes nothing writes nothing. @throws MiyuError as a step's commit */
export async function changeChat(lane: Lane, change: Partial<ChatRow>): Promise<void> {
  const next = { ...lane.chat, ...change };
  const { archived, muted, draft } = lane.chat;
  if (next.archived === archived && next.muted === muted && next.draft === draft) return;
  const { committed } = lane.step((step) => {
    lane.chat = next;
    step.chat = true;
  });
  await committed;
}

/** A draft may be as long as a text, and may be none. @throws MiyuError 'text-too-long' (detail: the limit in bytes) */
export function checkDraft(text: string): void {
  if (new TextEncoder().encode(text).length > MAX_TEXT_BYTES) {
    throw new MiyuError('text-too-long', { field: 'text', detail: MAX_TEXT_BYTES });
  }
}
