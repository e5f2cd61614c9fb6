import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageKeeper } from '../manager-words.tsx';
import { FirstRun } from './FirstRun.tsx';
import '../../renderer/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <LanguageKeeper>
      <FirstRun />
    </LanguageKeeper>
  </StrictMode>,
);
