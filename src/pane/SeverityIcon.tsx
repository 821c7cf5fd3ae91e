import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortFilled } from '@fluentui/react-icons/svg/arrow-sort';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Severity } from '../check/finding';

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '20px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  rounding: { color: tokens.colorPaletteBlueForeground2 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, rounding: ArrowSortFilled } as const;

/** The sign of a severity, in the colour of its marks in the sheets. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[severity])} />;
}
