import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { TableSimpleRegular } from '@fluentui/react-icons/svg/table-simple';
import { EmptyState } from '../pane/EmptyState';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    height: '100%',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
  },
});

interface UnavailableProps {
  readonly title: string;
  readonly sentence: string;
}

/** Here the assistant cannot work: why, and where it can. */
export function Unavailable({ title, sentence }: UnavailableProps) {
  return (
    <div className={useStyles().root}>
      <EmptyState
        tone="neutral"
        icon={<TableSimpleRegular />}
        title={title}
        level={2}
        action={<Link href="index.html">打开网页版</Link>}
      >
        {sentence}
      </EmptyState>
    </div>
  );
}
