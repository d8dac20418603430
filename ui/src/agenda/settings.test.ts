import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../host/contract';
import { en } from '../words/en';
import { zh } from '../words/zh';
import { effective, PRESETS, RULE_OF, readSettings, rulebookOf, settingsText } from './settings';

const DEFAULTS = rulebookOf('custom');

describe('the presets', () => {
  /** The Rust source of the presets; what the window says before a call must be what the call will freeze. */
  const [rust] = Object.values(
    import.meta.glob<string>('../../../src-tauri/crates/meeting/src/rulebook.rs', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  );
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const small = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

  function value(text: string): unknown {
    const share = /Share \{ numerator: (\d+), denominator: (\d+) \}/.exec(text);
    if (share) return { numerator: Number(share[1]), denominator: Number(share[2]) };
    if (/^(true|false)$/.test(text)) return text === 'true';
    return /\d/.test(text) ? Number(/\d+/.exec(text)?.[0]) : small(text.split('::')[1] ?? '');
  }
  const settings = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/(\w+): (Share \{[^}]*\}|[\w:()]+)/g)]
        .filter(([, name]) => name !== 'preset' && name !== 'numerator' && name !== 'denominator')
        .map(([, name, said]) => [camel(name ?? ''), value(said ?? '')]),
    );

  const body = /let regulation = Rulebook \{([\s\S]*?)\n {8}\};\s+match self \{([\s\S]*?)\n {8}\}/.exec(
    rust ?? '',
  );
  const regulation = settings(body?.[1] ?? '');

  it('begin with the Regulation as the rules have it', () => {
    const { preset: _, ...mine } = rulebookOf('municipalCommittee2019');
    expect(mine).toEqual(regulation);
  });

  it('differ from it as the rules have it', () => {
    const arms = [...(body?.[2] ?? '').matchAll(/((?:Self::\w+(?: \| )?)+) => ([\s\S]*?)(?=Self::|$)/g)];
    const found = arms.flatMap(([, names, said]) =>
      [...(names ?? '').matchAll(/Self::(\w+)/g)].map(([, name]) => [
        small(name ?? ''),
        { ...regulation, ...settings(said ?? ''), preset: small(name ?? '') },
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(PRESETS.map((preset) => [preset, rulebookOf(preset)])),
    );
  });
});

describe('settings as typed', () => {
  it.each(PRESETS)('of %s are read as they were written', (preset) => {
    expect(readSettings(settingsText(rulebookOf(preset)))).toEqual({
      ...rulebookOf(preset),
      preset: 'custom',
    });
  });

  it('take the full-width digits of a Chinese keyboard', () => {
    const text = settingsText(DEFAULTS);
    const read = readSettings({
      ...text,
      appointmentQuorum: { numerator: '３', denominator: ' ４ ' },
      postponeMargin: '２',
    });
    expect(read).toMatchObject({ appointmentQuorum: { numerator: 3, denominator: 4 }, postponeMargin: 2 });
  });

  it('that are no number are a mistake of the hand', () => {
    const text = settingsText(DEFAULTS);
    for (const name of ['ordinaryQuorum', 'appointmentQuorum', 'postponeHint'] as const) {
      expect(readSettings({ ...text, [name]: { numerator: '', denominator: '2' } })).toBe('badShare');
      expect(readSettings({ ...text, [name]: { numerator: '1', denominator: '半' } })).toBe('badShare');
    }
    expect(readSettings({ ...text, postponeMargin: '-1' })).toBe('badMargin');
  });

  it('a share above one is for the rules to judge', () => {
    const read = readSettings({
      ...settingsText(DEFAULTS),
      ordinaryQuorum: { numerator: '3', denominator: '2' },
    });
    expect(read).toMatchObject({ ordinaryQuorum: { numerator: 3, denominator: 2 } });
  });
});

describe('settings in words', () => {
  const says = (part: Partial<Rulebook>, words = zh) =>
    effective(words, { ...DEFAULTS, ...part })
      .map((line) => line.says)
      .join('\n');

  it('say the quorums as the Regulation says them', () => {
    expect(says({})).toContain('任免事项：应到会成员三分之二以上到会');
    expect(says({})).toContain('一般议题：应到会成员半数以上到会');
    expect(says({ appointmentQuorum: { numerator: 4, denominator: 5 } })).toContain('五分之四以上');
    expect(says({ appointmentQuorum: { numerator: 1, denominator: 1 } })).toContain('全体到会');
    expect(says({ appointmentQuorum: { numerator: 2, denominator: 4 } })).toContain('半数以上');
    expect(says({ appointmentQuorum: { numerator: 11, denominator: 20 } })).toContain('二十分之十一以上');
    expect(says({ appointmentQuorum: { numerator: 60, denominator: 100 } })).toContain(
      '应到会成员 60/100 以上',
    );
  });

  it('every setting changes a sentence, in both languages', () => {
    const others: Partial<Rulebook>[] = [
      { ordinaryQuorum: { numerator: 2, denominator: 3 } },
      { appointmentQuorum: { numerator: 1, denominator: 2 } },
      { majorityOf: 'voting' },
      { recusalBase: 'lowered' },
      { fullAttendance: 'required' },
      { fullAttendance: 'free' },
      { lastSpeaker: 'chair' },
      { mayAbstain: false },
      { mayDefer: true },
      { everyVoterGetsAPaper: false },
      { postponeHint: { numerator: 1, denominator: 2 } },
      { postponeMargin: 2 },
      { reconsideration: false },
      { repeatedFailureWarned: false },
      { noticeDayCounts: false },
    ];
    expect(new Set(others.flatMap((part) => Object.keys(part)))).toEqual(new Set(Object.keys(RULE_OF)));
    for (const words of [zh, en])
      for (const part of others) expect(says(part, words), JSON.stringify(part)).not.toBe(says({}, words));
  });

  it('every sentence names its rule', () => {
    const rules = effective(zh, DEFAULTS).map((line) => line.rule);
    for (const rule of Object.values(RULE_OF)) expect(rules).toContain(rule);
  });
});
