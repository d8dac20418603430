import { expect, it } from 'vitest';
import type { Answer, Projection } from '../host/contract';
import type { RoomHost } from '../host/host';
import { Shown } from './shown.svelte';

const opened: Projection = { type: 'opened', entitled: 12, present: 11 };
const shows = (meeting: Projection | null): Answer => ({
  answer: { projection: { committee: '某委常委会', meeting } },
});

/** A machine that answers when the test says so. */
class FakeRoom implements RoomHost {
  readonly waiting: ((answer: Answer | Error) => void)[] = [];
  changed: () => void = () => undefined;

  projection() {
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  }

  async onChange(heard: () => void) {
    this.changed = heard;
    return () => undefined;
  }

  async fillScreen() {}

  async answers(which: number, answer: Answer | Error) {
    this.waiting[which]?.(answer);
    await new Promise((done) => setTimeout(done));
  }
}

it('asks at the start and again whenever something changed', async () => {
  const room = new FakeRoom();
  const shown = new Shown(room);
  await room.answers(0, shows(opened));
  expect(shown.view).toEqual({ committee: '某委常委会', meeting: opened });
  room.changed();
  await room.answers(1, shows({ type: 'adjourned' }));
  expect(shown.view.meeting).toEqual({ type: 'adjourned' });
});

it.each([
  ['locked', { fault: { code: 'closed', detail: '', safe: null } } as Answer],
  ['broken', new Error('gone')],
  ['answered like something else', { answer: { drafts: [] } } as Answer],
])('where the store is %s, the committee’s name alone is left', async (_, answer) => {
  const room = new FakeRoom();
  const shown = new Shown(room);
  await room.answers(0, shows(opened));
  room.changed();
  await room.answers(1, answer);
  expect(shown.view).toEqual({ committee: '某委常委会', meeting: null });
});

it('an answer that comes late does not bring back what was there before', async () => {
  const room = new FakeRoom();
  const shown = new Shown(room);
  room.changed();
  await room.answers(1, shows(null));
  await room.answers(0, shows(opened));
  expect(shown.view.meeting).toBeNull();
});
