import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    scrollbarWidth: 'thin',
  },
  list: { width: 'max-content' },
  tab: { whiteSpace: 'nowrap' },
});

interface SheetTabsProps {
  readonly sheets: readonly string[];
  readonly active: string;
  readonly onSelect: (sheet: string) => void;
}

/** The workbook's sheets, one tab each. */
export function SheetTabs({ sheets, active, onSelect }: SheetTabsProps) {
  const styles = useStyles();
  return (
    <div className={styles.strip}>
      <TabList
        className={styles.list}
        size="small"
        aria-label="工作表"
        selectedValue={active}
        onTabSelect={(_, { value }) => onSelect(String(value))}
      >
        {sheets.map((sheet) => (
          <Tab key={sheet} className={styles.tab} value={sheet} aria-controls="sheet">
            {sheet}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}
