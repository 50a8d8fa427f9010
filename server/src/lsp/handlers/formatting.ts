import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver';
import { formatDocument } from '../../core';
import type { Registration } from '../context';
import { modelAt } from './model-document';
import { given } from './request';

/** The layout of models. */
export const registerFormatting: Registration = (context) => {
  const { connection, abilities } = context;
  connection.onDocumentFormatting(({ textDocument }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      return document === null ? null : formatDocument(document);
    }),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    given(context, token, () => {
      const document = modelAt(context, textDocument);
      return document === null ? null : formatDocument(document, range);
    }),
  );
  // Where models have a language of their own, nobody is asked which of two formatters other YAML shall have.
  const { modelLanguage } = abilities.own;
  if (!abilities.dynamicFormatting || modelLanguage === undefined) return;
  const documentSelector = [{ language: modelLanguage }];
  void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
};
