import { DocumentHighlightKind, type Range, SemanticTokensBuilder } from 'vscode-languageserver';
import { documentHighlights, type SourceDocument, semanticTokens, TOKEN_TYPES } from '../../core';
import type { Registration } from '../context';
import { canonical } from '../uris';
import { modelAt } from './model-document';
import { given } from './request';

const KINDS = {
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
  text: DocumentHighlightKind.Text,
} as const;
const NUMBERS = new Map(TOKEN_TYPES.map((type, index) => [type, index]));
const DECLARATION = 1;

/** The words of a model by what they mean: their colours, and where else there is the one at the cursor. */
export const registerTokens: Registration = (context) => {
  const { connection, session } = context;
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderOf = (uri: string) => {
    for (const known of builders.keys()) if (!session.open.has(known)) builders.delete(known);
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  const { semanticTokens: tokens } = connection.languages;
  tokens.on(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return { data: [] };
      const builder = builderOf(canonical(textDocument.uri));
      // A builder whose last result was never taken up would add to it.
      builder.previousResult('');
      return filled(builder, document).build();
    }),
  );
  tokens.onDelta(({ textDocument, previousResultId }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return { data: [] };
      const builder = builderOf(canonical(textDocument.uri));
      builder.previousResult(previousResultId);
      return filled(builder, document).buildEdits();
    }),
  );
  tokens.onRange(({ textDocument, range }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      return document === null ? { data: [] } : filled(new SemanticTokensBuilder(), document, range).build();
    }),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      if (document === null) return null;
      return documentHighlights(document, position).map(({ range, kind }) => ({ range, kind: KINDS[kind] }));
    }),
  );
};

function filled(builder: SemanticTokensBuilder, document: SourceDocument, range?: Range): SemanticTokensBuilder {
  for (const { line, character, length, type, isDeclaration } of semanticTokens(document, range)) {
    builder.push(line, character, length, NUMBERS.get(type) ?? 0, isDeclaration ? DECLARATION : 0);
  }
  return builder;
}
