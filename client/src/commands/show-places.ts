import { commands, Location, Position, Uri } from 'vscode';
import type { ShowPlaces } from '../../../server/src/protocol';
import { toRange } from './apply-fix';
import type { Command } from './command';

/** Shows what a lens counts, beside the line that it stands above. */
export const showPlaces: Command = {
  id: 'stridewise.showPlaces',
  run: async (_context, argument) => {
    const { uri, position, places } = argument as ShowPlaces;
    const locations = places.map((place) => new Location(Uri.parse(place.uri), toRange(place.range)));
    const at = new Position(position.line, position.character);
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, locations);
  },
};
