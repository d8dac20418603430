import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Answer, Notice, Progress } from './contract';
import type { Host, PrintReport } from './host';

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
};
