import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Answer, Notice, Progress } from './contract';
import type { Host, PrintReport, RoomHost, Showing } from './host';

/** The shell behind the window. */
export const tauri: Host = {
  call: (line) => invoke<Answer>('call', { line }),
  session: (command) => invoke<Answer>('session', { command }),
  onNotice: (heard) => listen<Notice>('notice', (event) => heard(event.payload)),
  onProgress: (heard) => listen<Progress>('progress', (event) => heard(event.payload)),
  pickSavePath: (suggested) => invoke<string | null>('pick_save_path', { suggested }),
  pickOpenPath: () => invoke<string | null>('pick_open_path'),
  pickFolder: (name) => invoke<string | null>('pick_folder', { name }),
  printPapers: (meeting, papers) => invoke<PrintReport[]>('print_papers', { meeting, papers }),
  stopWork: () => invoke<void>('stop_work'),
  project: (showing) => invoke<void>('project', { showing }),
  onProjector: (heard) => listen<Showing>('projector', (event) => heard(event.payload)),
};

/** The shell behind the room's screen: its capability names these and no other. */
export const room: RoomHost = {
  projection: () => invoke<Answer>('projection'),
  // A notice says that something was recorded; the other, that the store was opened or locked, or the screen covered.
  onChange: async (heard) => {
    const ends = await Promise.all([listen('notice', heard), listen('projection', heard)]);
    return () => {
      for (const end of ends) end();
    };
  },
  fillScreen: (leaves) => invoke<void>('fill_screen', { leaves }),
};
