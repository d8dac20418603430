import { describe, expect, it } from 'vitest';
import { type Command, found } from './commands';

const command = (label: string, twin = ''): Command => ({
  label,
  twin,
  key: '',
  closedBy: null,
  run: () => {},
});
const COMMANDS = [
  command('开始表决', 'Open the vote'),
  command('宣布结果', 'Announce the result'),
  command('会议记录', 'The record'),
  command('单国强 到会'),
  command('记录并到下一位', 'Record and go on'),
];
const labels = (typed: string) => found(COMMANDS, typed).map(({ label }) => label);

describe('a command is found', () => {
  it.each([
    ['表决', '开始表决'],
    ['kaishibiaojue', '开始表决'],
    ['ksbj', '开始表决'],
    ['xuanbjg', '宣布结果'],
    ['VOTE', '开始表决'],
    ['announce', '宣布结果'],
    ['shan', '单国强 到会'],
    ['sgq', '单国强 到会'],
  ])('by %s', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });

  it('with those that begin so first', () => {
    expect(labels('记录')).toEqual(['记录并到下一位', '会议记录']);
  });

  it('not by what it is not called', () => {
    expect(labels('qqq')).toEqual([]);
  });

  it('in the order of the screen while nothing is typed', () => {
    expect(labels(' ')).toEqual(COMMANDS.map(({ label }) => label));
  });
});
