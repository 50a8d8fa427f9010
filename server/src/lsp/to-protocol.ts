import {
  CodeAction,
  CodeActionKind,
  CreateFile,
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as ProtocolDiagnostic,
  type SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Diagnostic,
  type FileEdit,
  type Fix,
  inert,
  type Severity,
  type SourceDocument,
  snippetOf,
  textOf,
} from '../core';
import { type ApplyFix, digestOf, type WireFileEdit, type WireTextEdit } from '../protocol';
import type { Abilities } from './abilities';
import { ruleLink } from './rule-link';
import type { Session } from './session';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Keeps to what the client can show: a diagnostic's size is most of an answer's cost. */
export function diagnosticToProtocol(
  diagnostic: Diagnostic,
  abilities: Abilities,
  clientUri: (uri: string) => string,
): ProtocolDiagnostic {
  const { range, severity, code, message, tags, related, data } = diagnostic;
  const href = abilities.codeLinks ? ruleLink(code, abilities.own.rulePage) : null;
  return {
    range,
    severity: SEVERITIES[severity],
    source: 'Stridewise',
    code,
    message: inert(message),
    ...(href !== null && { codeDescription: { href } }),
    ...(abilities.deprecatedTag && tags.includes('deprecated') && { tags: [DiagnosticTag.Deprecated] }),
    ...(abilities.related &&
      related.length > 0 && {
        relatedInformation: related.map((place) => ({
          location: { uri: clientUri(place.uri), range: place.range },
          message: inert(place.message),
        })),
      }),
    ...(data !== undefined && { data }),
  };
}

/** Every fix of a file that leaves no doubt. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.stridewise`;

/** An answer that comes to stand in another file. */
export const MOVE = 'refactor.move';

const KINDS: Readonly<Record<Fix['kind'], string>> = {
  quickfix: CodeActionKind.QuickFix,
  fixAll: FIX_ALL,
  move: MOVE,
};

/** A fix as the command of our own client takes it. */
export function fixToApply(fix: Fix, session: Session): ApplyFix {
  return {
    title: inert(fix.title),
    edits: fix.edits.map((edit): WireFileEdit => {
      const open = session.open.get(edit.uri);
      const edits = edit.create === undefined ? edit.edits : [insertion(edit.create), ...edit.edits];
      return {
        uri: session.clientUri(edit.uri),
        version: open?.version ?? null,
        create: edit.create !== undefined,
        digest: open ? null : knownDigest(session.workspace.get(edit.uri)),
        edits: fix.edits.length === 1 && edits.length === 1 ? edits.map((one) => withFields(one, fix)) : edits,
      };
    }),
    cursor: fix.cursor
      ? { uri: session.clientUri(fix.cursor.uri), range: { start: fix.cursor.position, end: fix.cursor.position } }
      : null,
    ...(fix.confirm && { confirm: true }),
    ...(fix.notice !== undefined && { notice: fix.notice }),
    ...(fix.refused !== undefined && { refused: fix.refused }),
  };
}

const digests = new WeakMap<SourceDocument, string>();

function knownDigest(document: SourceDocument | undefined): string | null {
  if (document === undefined) return null;
  const digest = digests.get(document) ?? digestOf(textOf(document));
  digests.set(document, digest);
  return digest;
}

function withFields(edit: TextEdit, { fields = [] }: Fix): WireTextEdit {
  return fields.length === 0 ? edit : { ...edit, snippet: snippetOf(edit.newText, edit.range.start, fields) };
}

function insertion(newText: string): TextEdit {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, newText };
}

export function fixToAction(
  fix: Fix,
  session: Session,
  abilities: Abilities,
  diagnostics: readonly ProtocolDiagnostic[],
): CodeAction {
  const apply = fixToApply(fix, session);
  const action = CodeAction.create(apply.title, KINDS[fix.kind]);
  action.diagnostics = diagnostics.filter(({ code }) => fix.diagnostics.includes(String(code)));
  if (fix.preferred && fix.refused === undefined) action.isPreferred = true;
  const { applyFixCommand } = abilities.own;
  if (applyFixCommand === undefined && fix.refused !== undefined) action.disabled = { reason: fix.refused };
  else if (applyFixCommand === undefined || fix.kind === 'fixAll')
    action.edit = workspaceEdit(apply.edits, abilities, fix.confirm ? shownAs(apply) : null);
  else action.command = { title: apply.title, command: applyFixCommand, arguments: [apply] };
  return action;
}

/** Edits of several files, each of the version that the client has open. */
export function editsToProtocol(files: readonly FileEdit[], session: Session, abilities: Abilities): WorkspaceEdit {
  const wire = files.map(({ uri, edits }) => ({
    uri: session.clientUri(uri),
    version: session.open.get(uri)?.version ?? null,
    create: false,
    digest: null,
    edits,
  }));
  return workspaceEdit(wire, abilities);
}

/** `annotation`: what the edits are for, where they are to be shown before they are made. */
function workspaceEdit(
  edits: readonly WireFileEdit[],
  abilities: Abilities,
  annotation: Annotation | null = null,
): WorkspaceEdit {
  if (!abilities.documentChanges) {
    return { changes: Object.fromEntries(edits.map(({ uri, edits: own }) => [uri, own.map(plainEdit)])) };
  }
  const shown = annotation !== null && abilities.annotations;
  return {
    ...(shown && { changeAnnotations: { [SHOWN]: annotation } }),
    documentChanges: edits.flatMap((edit) => {
      const own = edit.edits.map((one) => {
        if (shown) return { ...plainEdit(one), annotationId: SHOWN };
        return abilities.snippets ? snippetEdit(one) : plainEdit(one);
      });
      const text = TextDocumentEdit.create({ uri: edit.uri, version: edit.version }, own);
      return edit.create && abilities.createFiles ? [CreateFile.create(edit.uri), text] : [text];
    }),
  };
}

type Annotation = NonNullable<WorkspaceEdit['changeAnnotations']>[string];

function shownAs({ title: label, notice }: ApplyFix): Annotation {
  return { label, needsConfirmation: true, ...(notice !== undefined && { description: notice }) };
}

/** The id of the annotation of edits that are shown first. */
const SHOWN = 'stridewise';

function plainEdit({ range, newText }: WireTextEdit): TextEdit {
  return { range, newText };
}

function snippetEdit(edit: WireTextEdit): TextEdit | SnippetTextEdit {
  return edit.snippet === undefined
    ? plainEdit(edit)
    : { range: edit.range, snippet: { kind: 'snippet', value: edit.snippet } };
}
