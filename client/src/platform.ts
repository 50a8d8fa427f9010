import type { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the desktop and a browser. */
export interface Platform {
  /** Makes the client whose server fits the platform. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** Finds the first file of a folder that may have one of our root keys; null where only the editor can search. */
  readonly searchFolder: SearchFolder | null;
}

export type SearchFolder = (folder: Uri, stop: () => boolean) => Promise<string | null>;
