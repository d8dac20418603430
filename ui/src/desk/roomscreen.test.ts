import { expect, it } from 'vitest';
import { FakeHost } from '../host/sample';
import { Desk } from './desk.svelte';
import { RoomScreen } from './roomscreen.svelte';

it('opens, covers, uncovers and closes', async () => {
  const screen = new RoomScreen(new Desk(new FakeHost()));
  expect(screen.isOpen).toBe(false);
  await screen.toggle();
  expect(screen.showing).toBe('on');
  await screen.cover();
  expect([screen.showing, screen.isOpen]).toEqual(['covered', true]);
  await screen.cover();
  expect(screen.showing).toBe('on');
  await screen.toggle();
  expect(screen.showing).toBe('off');
});

it('follows a window that was closed by itself', async () => {
  const host = new FakeHost();
  const screen = new RoomScreen(new Desk(host));
  await screen.toggle();
  host.projected('off');
  expect(screen.isOpen).toBe(false);
  await screen.toggle();
  expect(screen.showing).toBe('on');
});

it('a screen that cannot be opened is a fault, and stays off', async () => {
  const host = new FakeHost();
  host.hasScreen = false;
  const desk = new Desk(host);
  const screen = new RoomScreen(desk);
  await screen.toggle();
  expect(screen.isOpen).toBe(false);
  expect(desk.fault?.detail).toBe('no screen');
});
