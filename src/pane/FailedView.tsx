import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { EmptyState } from './EmptyState';
import { ViewFrame } from './ViewFrame';

interface FailedViewProps {
  readonly sentence: string;
  readonly onRetry: () => void;
}

/** The check did not come to its end: why, and what to do. */
export function FailedView({ sentence, onRetry }: FailedViewProps) {
  return (
    <ViewFrame title="检查没有完成">
      <EmptyState
        tone="danger"
        icon={<ErrorCircleRegular />}
        action={
          <Button appearance="primary" onClick={onRetry}>
            重试
          </Button>
        }
      >
        {sentence}
      </EmptyState>
    </ViewFrame>
  );
}
