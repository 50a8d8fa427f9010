import { type Dirent, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Uri } from 'vscode';
import { mayHaveRootKey } from '../root-key';

const SLICE = 10;
const WORDS = ['openapi', 'swagger', 'stridewise'];

/** Searches a folder on the disk, twenty times as fast as through the editor, in slices that let the editor go on. */
export async function searchFolder(folder: Uri, stop: () => boolean): Promise<string | null> {
  let sliceEnd = performance.now() + SLICE;
  for await (const path of candidates(folder.fsPath)) {
    if (stop()) return null;
    if (hasRootKey(path)) return path;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setImmediate(resolve));
    sliceEnd = performance.now() + SLICE;
  }
  return null;
}

async function* candidates(folder: string): AsyncGenerator<string> {
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const entry of await list(path)) {
      const child = join(path, entry.name);
      if (isSearched(entry)) waiting.push(child);
      else if (isCandidate(entry)) yield child;
    }
  }
}

function isSearched(entry: Dirent): boolean {
  return entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git';
}

function isCandidate(entry: Dirent): boolean {
  return entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name);
}

function hasRootKey(path: string): boolean {
  try {
    const bytes = readFileSync(path);
    return WORDS.some((word) => bytes.includes(word)) && mayHaveRootKey(bytes.toString('utf8'));
  } catch {
    return false;
  }
}

async function list(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
