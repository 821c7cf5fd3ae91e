import { Button, makeStyles, ProgressBar, tokens, Tooltip } from '@fluentui/react-components';
import { TableEditRegular } from '@fluentui/react-icons/svg/table-edit';
import { lazy, Suspense, useState } from 'react';
import type { Assistant } from '../app/assistant';
import type { SupplementField } from '../app/supplement-form';
import type { Answers } from '../narrative/telling';
import { heldAnswer } from './state';
import type { Goal } from './SupplementForm';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

/** Fields come after the first screen: most sittings begin without them. */
const SupplementForm = lazy(async () => ({ default: (await import('./SupplementForm')).SupplementForm }));

const useStyles = makeStyles({ progress: { marginBottom: tokens.spacingVerticalM } });

interface SupplementViewProps {
  readonly fields: readonly SupplementField[];
  readonly doubtOf: Assistant['answerDoubt'];
  readonly start: string | null;
  readonly drafts: Answers;
  readonly actions: PaneActions;
}

/** What the tables cannot know, to be filled in and kept with the workbook. */
export function SupplementView({ fields, doubtOf, start, drafts, actions }: SupplementViewProps) {
  const styles = useStyles();
  const [goal, setGoal] = useState<Goal | null>(start === null ? null : { key: start });
  const count = Object.keys(drafts).length;
  const wanted = fields.filter(({ optional }) => !optional);
  const filled = wanted.filter((field) => (drafts[field.key] ?? heldAnswer(field)).trim() !== '').length;
  const save = (then: 'stay' | 'narrate'): void => {
    const unreadable = fields.find(({ key }) => doubtOf(key, drafts[key] ?? '')?.readable === false);
    if (unreadable === undefined) actions.saveSupplement(then);
    else setGoal({ key: unreadable.key });
  };
  return (
    <ViewFrame
      title="补充资料"
      caption={captionOf(wanted.length, filled, fields.length - wanted.length)}
      onBack={actions.back}
      tools={
        <Tooltip content="改在工作表中填写" relationship="label">
          <Button appearance="subtle" icon={<TableEditRegular />} onClick={actions.writeSupplement} />
        </Tooltip>
      }
      footer={
        <>
          <Button appearance="primary" disabled={count === 0} onClick={() => save('stay')}>
            {count === 0 ? '保存' : `保存 ${count} 项`}
          </Button>
          {count === 0 ? (
            <Button onClick={actions.narrate}>生成说明</Button>
          ) : (
            <Button onClick={() => save('narrate')}>保存并生成说明</Button>
          )}
        </>
      }
    >
      {wanted.length > 0 && (
        <ProgressBar
          className={styles.progress}
          thickness="large"
          value={filled / wanted.length}
          aria-label={`已填 ${filled} 项，共 ${wanted.length} 项`}
        />
      )}
      <Suspense fallback={null}>
        <SupplementForm fields={fields} doubtOf={doubtOf} goal={goal} drafts={drafts} actions={actions} />
      </Suspense>
    </ViewFrame>
  );
}

function captionOf(wanted: number, filled: number, optional: number): string {
  if (wanted + optional === 0) return '各表的数字已经够写情况说明，没有需要补充的内容。';
  const rest = optional === 0 ? '' : `另有 ${optional} 项可不填。`;
  return `说明要写、表中没有的内容，已填 ${filled}/${wanted} 项。${rest}`;
}
