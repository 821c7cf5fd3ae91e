import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { themeOf, type Appearance } from './theme';
import { useSystemAppearance } from './use-appearance';

interface AppProviderProps {
  /** The host's appearance; the system's where the host has none. */
  readonly appearance?: Appearance | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Gives everything inside the product's theme. */
export function AppProvider({ appearance, className, children }: AppProviderProps) {
  const system = useSystemAppearance();
  return (
    <FluentProvider theme={themeOf(appearance ?? system)} {...(className === undefined ? {} : { className })}>
      {children}
    </FluentProvider>
  );
}
