import { openStartPage } from './start/StartPage.tsx';

openStartPage();
