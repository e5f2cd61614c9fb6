import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, numberInAddress, openScreen } from '../renderer/open-screen.tsx';
import { Console } from './Console.tsx';
import { SignIn } from './SignIn.tsx';

const counterId = numberInAddress('counter') ?? null;
openScreen(
  { screen: 'operator', version: PROTOCOL_VERSION, device: deviceName(`console-${counterId ?? 0}`), counterId },
  counterId === null ? <SignIn /> : <Console />,
);
