import { openStartPage } from './StartPage.tsx';

openStartPage();
