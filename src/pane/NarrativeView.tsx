import { Button, Link, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { Fragment, useRef } from 'react';
import { spanText, type Section, type Span } from '../narrative/paragraph';
import { formatCell, type CellRef } from '../workbook/address';
import { NarrativeDifferences } from './NarrativeDifferences';
import { NarrativeSettings } from './NarrativeSettings';
import type { NarrativeSettings as Settings, NarrativeShown } from './state';
import type { PaneActions } from './use-pane';
import { ViewFrame } from './ViewFrame';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  paragraph: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    lineHeight: '24px',
    textIndent: '2em',
    overflowWrap: 'anywhere',
  },
  inner: { fontSize: tokens.fontSizeBase200 },
  subheading: { fontWeight: tokens.fontWeightSemibold },
  fillGap: { color: 'inherit', '&:hover': { color: 'inherit' }, '&:active': { color: 'inherit' } },
  fill: { marginBottom: tokens.spacingVerticalS },
  figure: { fontVariantNumeric: 'tabular-nums', textIndent: 0 },
  gap: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderRadius: tokens.borderRadiusSmall,
    boxDecorationBreak: 'clone',
    '&:focus': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
});

interface NarrativeViewProps {
  readonly view: NarrativeShown;
  readonly settings: Settings;
  readonly actions: PaneActions;
}

/** The paragraphs as they would be written: figures lead to their cells, gaps stand out. */
export function NarrativeView({ view, settings, actions }: NarrativeViewProps) {
  const { sections, differences, accepted } = view;
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const nextIndex = useRef(0);
  const gaps = countGaps(sections);
  const nextGap = () => {
    const marks = [...(root.current?.querySelectorAll<HTMLElement>('mark') ?? [])];
    const mark = marks[nextIndex.current % marks.length];
    nextIndex.current += 1;
    mark?.focus();
    mark?.scrollIntoView({ block: 'center' });
  };
  return (
    <ViewFrame
      title="情况说明"
      caption={captionOf(gaps)}
      onBack={actions.back}
      tools={
        gaps > 0 && (
          <Button appearance="subtle" onClick={nextGap}>
            下一处待填
          </Button>
        )
      }
      footer={
        <>
          <Button appearance="primary" onClick={actions.placeNarrative}>
            写入工作表
          </Button>
          <Button onClick={actions.placeAtSelection}>写入所选格</Button>
          <Button onClick={actions.copyNarrative}>复制全文</Button>
          <Button onClick={actions.saveNarrative}>存为 Word</Button>
        </>
      }
    >
      {gaps > 0 && (
        <Button className={styles.fill} size="small" onClick={() => actions.openSupplement()}>
          填写待填内容
        </Button>
      )}
      <NarrativeSettings settings={settings} styles={view.styles} actions={actions} />
      <NarrativeDifferences differences={differences} accepted={accepted} onAccept={actions.accept} />
      <div ref={root}>
        {sections.map(({ id, heading, inner, paragraphs }) => (
          <section key={id} aria-label={heading}>
            <h3 className={mergeClasses(styles.heading, inner === true && styles.inner)}>{heading}</h3>
            {paragraphs.map(({ key, spans, heading: isHeading }) => (
              <p key={key} className={mergeClasses(styles.paragraph, isHeading === true && styles.subheading)}>
                {spans.map((span, at) => (
                  <Fragment key={at}>
                    <SpanText span={span} onReveal={actions.reveal} onFill={actions.openSupplement} />
                  </Fragment>
                ))}
              </p>
            ))}
          </section>
        ))}
      </div>
    </ViewFrame>
  );
}

interface SpanTextProps {
  readonly span: Span;
  readonly onReveal: (cell: CellRef) => void;
  /** Goes to the field that fills a gap. */
  readonly onFill: (key: string) => void;
}

function SpanText({ span, onReveal, onFill }: SpanTextProps) {
  const styles = useStyles();
  if (span.kind === 'text') return span.text;
  if (span.kind === 'gap') {
    return (
      <mark className={styles.gap} tabIndex={-1}>
        <GapText span={span} onFill={onFill} />
      </mark>
    );
  }
  const [cell] = span.cells;
  if (cell === undefined) return span.text;
  const source = span.cells.map(formatCell).join('、');
  return (
    <Tooltip
      content={span.formula === null ? `来自 ${source}` : `${span.formula}（${source}）`}
      relationship="description"
      withArrow
    >
      <Link as="span" inline className={styles.figure} onClick={() => onReveal(cell)}>
        {span.text}
      </Link>
    </Tooltip>
  );
}

function GapText({ span, onFill }: Pick<SpanTextProps, 'onFill'> & { readonly span: Span & { kind: 'gap' } }) {
  const styles = useStyles();
  const { key } = span;
  if (key === undefined) return spanText(span);
  return (
    <Link as="span" inline appearance="subtle" className={styles.fillGap} onClick={() => onFill(key)}>
      {spanText(span)}
    </Link>
  );
}

function countGaps(sections: readonly Section[]): number {
  const spans = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans));
  return spans.filter(({ kind }) => kind === 'gap').length;
}

function captionOf(gaps: number): string {
  const rest = gaps === 0 ? '' : `另有 ${gaps} 处表中没有的内容，已标黄，点击即可填写。`;
  return `数字都取自表中，点击可定位到单元格。${rest}`;
}
