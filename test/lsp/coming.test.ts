import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../server/src/core/index';
import { Session } from '../../server/src/lsp/session';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';

const host = { files: null, today: () => '2026-06-01', now: () => 0, turn: async () => undefined };
let session: Session;
let changed: string[];
beforeEach(() => {
  changed = [];
  session = new Session(host, (uri) => changed.push(uri));
});

const texts = () => [...session.workspace.documents.values()].map(textOf);

describe('files that are read from the disk', () => {
  it('count once they are taken in, and not before', () => {
    session.load([{ uri: SPEC_URI, text: SPEC }], false);
    expect(session.analysis().apis).toEqual([]);
    expect([...session.horizon.documents.keys()]).toEqual([SPEC_URI]);
    const steps = session.judging();
    while (!steps.next().done) expect(session.analysis().apis).toEqual([]);
    session.takeIn();
    expect(session.analysis().apis.length).toBe(1);
    expect(changed).toEqual([SPEC_URI]);
    expect(session.horizon).toBe(session.workspace);
  });

  it('give way to what the editor opens meanwhile', () => {
    session.load([{ uri: MODEL_URI, text: MODEL }], false);
    session.openText(MODEL_URI, 1, `${MODEL}# typed\n`);
    session.takeIn();
    expect(texts()).toEqual([`${MODEL}# typed\n`]);
  });

  it('are forgotten where they are deleted meanwhile', () => {
    session.load([{ uri: SPEC_URI, text: SPEC }], false);
    session.remove(SPEC_URI);
    session.takeIn();
    expect(texts()).toEqual([]);
  });

  it('are not taken where nothing refers to them and no key of ours stands in them', () => {
    const uri = 'file:///work/deployment.yaml';
    session.load([{ uri, text: 'kind: Deployment\n' }], false);
    session.takeIn();
    expect(texts()).toEqual([]);
    session.load([{ uri, text: 'kind: Deployment\n' }], true);
    session.takeIn();
    expect(texts()).toEqual(['kind: Deployment\n']);
  });
});
