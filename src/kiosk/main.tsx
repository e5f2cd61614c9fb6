import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, numberInAddress, openScreen } from '../renderer/open-screen.tsx';
import { Kiosk } from './Kiosk.tsx';

const kioskId = numberInAddress('kiosk') ?? 1;
openScreen({ screen: 'kiosk', version: PROTOCOL_VERSION, device: deviceName(`kiosk-${kioskId}`), kioskId }, <Kiosk />);
