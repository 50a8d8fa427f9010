import { openThreats, openWorkbench, treeShows, widenSideBar } from '../editor-page.mjs';
import { EDITOR_SCENES } from './editor-scenes.mjs';
import { EMPTY_STAGE } from './empty-stage.mjs';
import { OVERVIEW_SCENES } from './overview-scenes.mjs';
import { PAGE_SCENES } from './page-scenes.mjs';
import { REVIEWED_STAGE } from './reviewed-stage.mjs';
import { TREE_SCENES } from './tree-scenes.mjs';

/** Only the model of the example knows of it: once it is ranked, the model has been read. */
const THREAT_OF_MODEL = 'Somebody pretends to be the payment provider';

/** The example as it is. */
const example = {
  name: 'example',
  async enter({ page, url, workspace }) {
    await openWorkbench(page, url(workspace));
    await page.locator('.explorer-folders-view').waitFor();
    await openThreats(page);
    await treeShows(page, THREAT_OF_MODEL);
    await widenSideBar(page);
  },
  scenes: [...TREE_SCENES, ...EDITOR_SCENES, ...PAGE_SCENES, ...OVERVIEW_SCENES],
};

/** What is shown one after the other: a stage is a state of the window, its scenes are what is to be seen there. */
export const STAGES = [example, REVIEWED_STAGE, EMPTY_STAGE];
