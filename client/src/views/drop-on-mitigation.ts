import { type DataTransfer, DataTransferItem, type TreeDragAndDropController, window } from 'vscode';
import type { RiskTreeNode } from '../../../server/src/protocol';
import { text } from '../texts';

const MIME = 'application/vnd.code.tree.stridewise.threats';

/** Threats that are dropped on a mitigation are answered by it. */
export class DropOnMitigation implements TreeDragAndDropController<RiskTreeNode> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  /** What happens to them; set by who can change models. */
  onDrop: (mitigation: RiskTreeNode, threats: readonly RiskTreeNode[]) => Promise<void> = async () => undefined;

  handleDrag(source: readonly RiskTreeNode[], transfer: DataTransfer): void {
    const threats = source.filter(({ finding, answerable }) => finding !== '' && answerable);
    if (threats.length > 0) transfer.set(MIME, new DataTransferItem(threats));
  }

  async handleDrop(target: RiskTreeNode | undefined, transfer: DataTransfer): Promise<void> {
    const threats: unknown = transfer.get(MIME)?.value;
    if (!Array.isArray(threats) || threats.length === 0) return;
    if (target?.context === 'mitigation') return this.onDrop(target, threats);
    void window.showInformationMessage(text('Drop a threat on one of the mitigations to let that answer it.'));
    return undefined;
  }
}
