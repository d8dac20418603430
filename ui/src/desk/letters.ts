import { ask, type Host } from '../host/host';

/** Which characters of a name no font draws, asked once for each name. */
export class Letters {
  readonly #host: Host;
  readonly #known = new Map<string, Promise<string[]>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Empty where it can be printed, and where nobody can say. */
  undrawable(name: string): Promise<string[]> {
    const known = this.#known.get(name);
    if (known) return known;
    const asked = ask(this.#host, 'undrawable', { text: name }).catch(() => {
      // A warning that cannot be given is no fault to be shown; the next one to type it asks again.
      this.#known.delete(name);
      return [];
    });
    this.#known.set(name, asked);
    return asked;
  }
}
