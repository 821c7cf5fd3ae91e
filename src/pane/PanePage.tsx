import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

/** The pane as a page of its own: its name, for those who hear the screen, before what it shows. */
export function PanePage({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header>
        <h1 style={{ margin: 0 }}>
          <VisuallyHidden>决算公开助手</VisuallyHidden>
        </h1>
      </header>
      {children}
    </>
  );
}
