import { FluentProvider, makeStaticStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { themeOf, type Appearance } from './theme';
import { useSystemAppearance } from './use-appearance';

const usePageStyles = makeStaticStyles({
  'html, body, #root, #root > .fui-FluentProvider': { height: '100%', margin: 0, overflow: 'hidden' },
});

interface AppProviderProps {
  /** The host's appearance; the system's where the host has none. */
  readonly appearance?: Appearance | undefined;
  readonly children: ReactNode;
}

/** Fills the page and gives everything inside the product's theme. */
export function AppProvider({ appearance, children }: AppProviderProps) {
  usePageStyles();
  const system = useSystemAppearance();
  return <FluentProvider theme={themeOf(appearance ?? system)}>{children}</FluentProvider>;
}
