import { createRoot } from 'react-dom/client';
import { Studio } from './studio/index.ts';
import { applyTheme } from './ui/index.ts';

const container = document.getElementById('studio');
if (!container) throw new Error('the page has no place for the studio');
applyTheme();
createRoot(container).render(<Studio />);
