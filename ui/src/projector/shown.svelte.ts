import type { ProjectionView } from '../host/contract';
import type { RoomHost } from '../host/host';

/** What stands on the room's screen. */
export class Shown {
  view = $state.raw<ProjectionView>({ committee: '', meeting: null });
  readonly host: RoomHost;
  #asked = 0;

  constructor(host: RoomHost) {
    this.host = host;
    void host.onChange(() => void this.fetch());
    void this.fetch();
  }

  /** Asks anew. Whatever goes wrong, and where the store is locked, nothing of the meeting stays in sight. */
  async fetch() {
    this.#asked += 1;
    const asked = this.#asked;
    const view = await projected(this.host);
    // A later question has been asked: its answer counts.
    if (asked === this.#asked) this.view = view ?? { ...this.view, meeting: null };
  }
}

async function projected(host: RoomHost): Promise<ProjectionView | null> {
  try {
    const answer = await host.projection();
    return 'answer' in answer && 'projection' in answer.answer ? answer.answer.projection : null;
  } catch {
    return null;
  }
}
