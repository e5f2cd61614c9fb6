import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, numberInAddress, openScreen } from '../renderer/open-screen.tsx';
import { approvalDesk } from '../renderer/people/approvals.ts';
import { sessionKey } from '../renderer/people/session-key.ts';
import { Operator } from './Operator.tsx';

const counterId = numberInAddress('counter') ?? null;
const session = sessionKey('operator');
const desk = approvalDesk();
openScreen(
  {
    screen: 'operator',
    version: PROTOCOL_VERSION,
    device: deviceName(`console-${counterId ?? 0}`),
    counterId,
    ...(session === undefined ? {} : { session }),
  },
  <Operator counterId={counterId} desk={desk} />,
  desk,
);
