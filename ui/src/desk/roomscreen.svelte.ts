import type { Showing } from '../host/host';
import type { Desk } from './desk.svelte';

/** The room's screen, as the main window rules it. */
export class RoomScreen {
  showing = $state<Showing>('off');
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
    void desk.host.onProjector((showing) => {
      this.showing = showing;
    });
  }

  get isOpen(): boolean {
    return this.showing !== 'off';
  }

  toggle() {
    return this.#project(this.isOpen ? 'off' : 'on');
  }

  /** For a break: the committee's name alone; and back again. */
  cover() {
    return this.#project(this.showing === 'covered' ? 'on' : 'covered');
  }

  async #project(showing: Showing) {
    try {
      await this.desk.host.project(showing);
    } catch (thrown) {
      this.desk.fail({ code: 'internal', detail: String(thrown), safe: this.desk.disk });
    }
  }
}
