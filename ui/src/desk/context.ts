import { createContext } from 'svelte';
import type { Hotkeys } from '../shared/hotkey';
import type { Known } from '../words/known';
import type { Desk } from './desk.svelte';

export const [theDesk, setDesk] = createContext<Desk>();
export const [theHotkeys, setHotkeys] = createContext<Hotkeys>();
/** Names for ids; read through a function, since the meeting changes under it. */
export const [theKnown, setKnown] = createContext<() => Known>();
