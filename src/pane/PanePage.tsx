import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles({ main: { height: '100%' } });

/** The pane as a page of its own: its name, for those who hear the screen, before what it shows. */
export function PanePage({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header>
        <h1 style={{ margin: 0 }}>
          <VisuallyHidden>决算公开助手</VisuallyHidden>
        </h1>
      </header>
      <main className={useStyles().main}>{children}</main>
    </>
  );
}
