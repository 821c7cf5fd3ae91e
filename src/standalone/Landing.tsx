import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexGrow: 1,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '640px',
    margin: 'auto',
    padding: `48px ${tokens.spacingHorizontalXXL}`,
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sign: { width: '72px', height: '72px' },
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    maxWidth: '32em',
    textWrap: 'balance',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXXL,
    minHeight: '40px',
  },
  hint: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  error: { width: '100%', marginTop: tokens.spacingVerticalXL, textAlign: 'left' },
  privacy: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXXL} 0 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    '& svg': { flexShrink: 0, fontSize: '16px' },
  },
});

interface LandingProps {
  /** The file that is being opened, null where none is. */
  readonly opening: string | null;
  readonly error: string | null;
  readonly onOpen: () => void;
  readonly onSample: () => void;
}

/** The page without a workbook: how to open one. */
export function Landing({ opening, error, onOpen, onSample }: LandingProps) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <div className={styles.card}>
        <img className={styles.sign} src="assets/icon-80.png" alt="" />
        <h2 className={styles.title}>核对决算公开表</h2>
        <p className={styles.text}>
          打开部门决算公开工作簿，核对各表勾稽关系，修复尾差，生成情况说明，再另存为新的文件。
        </p>
        <div className={styles.actions}>
          {opening === null ? (
            <>
              <Button appearance="primary" size="large" icon={<FolderOpenRegular />} onClick={onOpen}>
                打开工作簿
              </Button>
              <Button size="large" onClick={onSample}>
                试用示例
              </Button>
            </>
          ) : (
            <Spinner label={`正在打开 ${opening}`} />
          )}
        </div>
        <p className={styles.hint}>也可以把 .xlsx 或 .xls 文件拖到这里</p>
        {error !== null && (
          <MessageBar className={styles.error} intent="error" layout="multiline" role="alert">
            <MessageBarBody>{error}</MessageBarBody>
          </MessageBar>
        )}
        <p className={styles.privacy}>
          <ShieldCheckmarkRegular aria-hidden />
          文件只在本机浏览器中处理，不会上传。
        </p>
      </div>
    </main>
  );
}
