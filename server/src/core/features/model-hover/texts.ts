import { isClear, type ModelWord, wordsOfModel } from '../../model';
import { dayAfter } from '../../model/check/days';
import { codeSpan } from '../markdown';
import { explainRegulation } from './catalogue-words';
import type { Subject } from './subject';

/** A text that a key gives a meaning; empty where it is any text. */
export function explainText({ key, text }: Pick<ModelWord, 'key' | 'text'>): string {
  if (key?.name === 'regulation') return explainRegulation(text) || ownRegulation(text);
  return key?.name === 'over' ? transport(text) : '';
}

function ownRegulation(text: string): string {
  return `**${codeSpan(text)}**: a law or standard of your own\\.`;
}

function transport(text: string): string {
  const means = isClear({ over: text })
    ? 'not known to be encrypted: whoever sits on the way may read and change what goes along it'
    : 'encrypted: what goes along it cannot be read on its way';
  const peers = /^mtls$/i.test(text.trim()) ? ', and both ends show who they are' : '';
  return `**${codeSpan(text)}**: ${means}${peers}\\.`;
}

/** What is counted by a duration, and the day on which it ends where a day is given. */
export function explainDuration({ workspace, uri }: Subject, text: string): string {
  const document = workspace.get(uri);
  const words = document === undefined ? [] : wordsOfModel(document);
  const reviewed = words.find(({ role, section }) => role === 'date' && section === 'reviewed');
  const next = reviewed === undefined ? null : dayAfter(reviewed.text, text);
  const until = next === null ? '' : ` The last one was on ${reviewed?.text}, so the next is due by **${next}**\\.`;
  return `**${codeSpan(text)}**: the longest time between two reviews\\.${until}`;
}
