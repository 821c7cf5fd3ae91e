import { Button } from '@fluentui/react-components';
import type { CheckReport } from '../app/check';
import type { Finding } from '../check/finding';
import { correctionRows } from './correction';
import { PreviewTable } from './PreviewTable';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

interface CorrectionViewProps {
  readonly report: CheckReport;
  readonly finding: Finding;
  readonly stale: boolean;
  readonly actions: PaneActions;
}

/** The correction of one finding, before it is written. */
export function CorrectionView({ report, finding, stale, actions }: CorrectionViewProps) {
  const rows = correctionRows(report, finding);
  return (
    <ViewFrame
      title="更正"
      caption={finding.message}
      onBack={actions.back}
      footer={
        <>
          <Button appearance="primary" disabled={stale} onClick={() => actions.apply(rows.map(({ edit }) => edit))}>
            写入 {rows.length} 处
          </Button>
          <Button onClick={actions.back}>返回</Button>
        </>
      }
    >
      <PreviewTable rows={rows} onReveal={actions.reveal} />
    </ViewFrame>
  );
}
