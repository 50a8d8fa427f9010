import type { CancellationToken } from 'vscode-languageserver';
import { type FirstModel, type Fix, firstModels } from '../../core';
import { NEW_MODEL, type NewModel, type NewModelParams, type NewModels } from '../../protocol';
import type { Context, Registration } from '../context';
import { fixToApply } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** First models for descriptions that have none. */
export const registerNewModel: Registration = (context) => {
  context.connection.onRequest(NEW_MODEL, (params: NewModelParams, token: CancellationToken) =>
    givenAll(context, token, () => newModels(context, params)),
  );
};

function newModels(context: Context, { uris }: NewModelParams): NewModels {
  const { session } = context;
  const analysis = session.analysis();
  const wanted = uris === undefined ? {} : { specs: new Set(uris.map(canonical)) };
  const { models, modelled } = firstModels(analysis, wanted);
  const named = (uri: string) => session.clientUri(uri);
  return {
    models: models.map((model) => toApply(context, model)),
    modelled: modelled.map(({ spec, model }) => ({ spec: named(spec), model: named(model) })),
    apis: analysis.apis.length,
  };
}

function toApply({ session }: Context, { uri, text, specs }: FirstModel): NewModel {
  const fix: Fix = {
    title: 'New threat model',
    kind: 'quickfix',
    diagnostics: [],
    edits: [{ uri, edits: [], create: text }],
    cursor: { uri, position: { line: 0, character: 0 } },
    preferred: false,
  };
  return {
    ...fixToApply(fix, session),
    uri: session.clientUri(uri),
    specs: specs.map((one) => session.clientUri(one)),
  };
}
