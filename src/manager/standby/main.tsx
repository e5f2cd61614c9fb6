import '../no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepStylesInFiles } from '../../renderer/no-inline-style.ts';
import { LanguageKeeper } from '../manager-words.tsx';
import { StandbyPage } from './StandbyPage.tsx';
import '../../renderer/theme.css';

keepStylesInFiles();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <LanguageKeeper>
      <StandbyPage />
    </LanguageKeeper>
  </StrictMode>,
);
