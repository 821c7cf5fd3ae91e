import { createRoot } from 'react-dom/client';
import { AppProvider } from '../pane/AppProvider';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <AppProvider>
      <App />
    </AppProvider>,
  );
}
