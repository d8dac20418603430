/** A choice among a few that this window keeps for itself: no part of the record. */
export class LocalChoice<T extends string | number> {
  value: T = $state() as T;
  readonly options: readonly [T, ...T[]];
  readonly #key: string;
  readonly #applied: (value: T) => void;

  /** The first option holds until another is chosen. `applied` is told what holds, from `begin` on. */
  constructor(key: string, options: readonly [T, ...T[]], applied: (value: T) => void = () => {}) {
    this.#key = key;
    this.options = options;
    this.#applied = applied;
    this.value = options[0];
  }

  /** What was chosen in an earlier run. */
  begin() {
    const kept = localStorage.getItem(this.#key);
    this.#set(this.options.find((option) => String(option) === kept) ?? this.options[0]);
  }

  choose(value: T) {
    localStorage.setItem(this.#key, String(value));
    this.#set(value);
  }

  /** The next one, round and round. */
  turn() {
    const next = this.options[(this.options.indexOf(this.value) + 1) % this.options.length];
    this.choose(next ?? this.options[0]);
  }

  #set(value: T) {
    this.value = value;
    this.#applied(value);
  }
}
