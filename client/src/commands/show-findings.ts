import { commands, Location, Position, Uri, window } from 'vscode';
import { LENS_PLACES, type LensPlaces, type LensSubject } from '../../../server/src/protocol';
import { text } from '../texts';
import { toRange } from './apply-fix';
import type { Command } from './command';

/** Shows what a line above a description or an operation counts, beside it. */
export const showFindings: Command = {
  id: 'stridewise.showFindings',
  run: async ({ server }, argument) => {
    const { uri, position } = argument as LensSubject;
    const places = (await server.request<LensPlaces>(LENS_PLACES, argument as LensSubject)) ?? [];
    if (places.length === 0) return void window.showInformationMessage(text('Nothing is open here.'));
    const locations = places.map((place) => new Location(Uri.parse(place.uri), toRange(place.range)));
    const at = new Position(position.line, position.character);
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, locations);
    return undefined;
  },
};
