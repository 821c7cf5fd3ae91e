import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { SaveRegular } from '@fluentui/react-icons/svg/save';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
  },
  title: { flexShrink: 0, margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  file: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
  },
  button: {
    flexShrink: 0,
    color: tokens.colorNeutralForegroundOnBrand,
    '&:hover': { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackgroundHover },
    '&:hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundPressed,
    },
    '& .fui-Button__icon': { color: 'inherit' },
    '&:hover .fui-Button__icon': { color: 'inherit' },
  },
  titleNarrow: { position: 'absolute', clipPath: 'inset(50%)' },
});

interface PageHeaderProps {
  readonly narrow: boolean;
  /** The open workbook; null before one is open. */
  readonly file: { readonly name: string; readonly unsaved: boolean; readonly readOnly: boolean } | null;
  readonly onOpen: () => void;
  readonly onSave: () => void;
}

/** The head of the page: what is open, and the way to open and to save. */
export function PageHeader({ narrow, file, onOpen, onSave }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <h1 className={mergeClasses(styles.title, narrow && file !== null && styles.titleNarrow)}>决算公开助手</h1>
      {file !== null && (
        <>
          <p className={styles.file} title={file.name}>
            {file.name}
            {file.unsaved && '（未保存）'}
          </p>
          <Button className={styles.button} appearance="transparent" icon={<FolderOpenRegular />} onClick={onOpen}>
            打开
          </Button>
          <Tooltip
            content={file.readOnly ? '.xls 旧格式只能核对，不能另存' : '下载为新的 .xlsx 文件，原文件不变'}
            relationship="description"
          >
            <Button
              className={styles.button}
              appearance="transparent"
              icon={<SaveRegular />}
              disabledFocusable={file.readOnly}
              onClick={onSave}
            >
              另存为
            </Button>
          </Tooltip>
        </>
      )}
    </header>
  );
}
