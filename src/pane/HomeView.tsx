import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { TableSearchRegular } from '@fluentui/react-icons/svg/table-search';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalL}`,
  },
  sign: { width: '56px', height: '56px' },
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
  start: { marginTop: tokens.spacingVerticalXL, width: '100%' },
  list: { margin: `${tokens.spacingVerticalXXL} 0 0`, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    '& svg': { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
    '& strong': { display: 'block', fontWeight: tokens.fontWeightSemibold },
    '& span': { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  },
  privacy: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    marginTop: 'auto',
    paddingTop: tokens.spacingVerticalXL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& svg': { flexShrink: 0, fontSize: '16px' },
  },
});

const OFFERS = [
  { Icon: TableSearchRegular, name: '核对', text: '逐表、跨表核对勾稽关系，并在表中标出问题单元格' },
  { Icon: ArrowSortRegular, name: '修复尾差', text: '一次调平全部四舍五入尾差，写入前先预览' },
  { Icon: DocumentTextRegular, name: '生成说明', text: '按表中数字写出情况说明，缺的内容留空待填' },
] as const;

interface HomeViewProps {
  readonly onCheck: () => void;
}

/** The first screen: what the assistant does, and one button. */
export function HomeView({ onCheck }: HomeViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <img className={styles.sign} src="assets/icon-80.png" alt="" />
      <h2 className={styles.title} tabIndex={-1}>
        核对决算公开表
      </h2>
      <p className={styles.text}>检查当前工作簿中的部门决算公开表，找出对不上的数字。</p>
      <Button className={styles.start} appearance="primary" size="large" onClick={onCheck}>
        检查
      </Button>
      <ul className={styles.list}>
        {OFFERS.map(({ Icon, name, text }) => (
          <li key={name} className={styles.item}>
            <Icon aria-hidden />
            <div>
              <strong>{name}</strong>
              <span>{text}</span>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.privacy}>
        <ShieldCheckmarkRegular aria-hidden />
        全部计算都在本机完成，工作簿不会上传。
      </p>
    </div>
  );
}
