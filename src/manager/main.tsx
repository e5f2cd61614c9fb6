import './no-eval.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, openScreen } from '../renderer/open-screen.tsx';
import { approvalDesk } from '../renderer/people/approvals.ts';
import { sessionKey } from '../renderer/people/session-key.ts';
import { Manager } from './Manager.tsx';
import { managerName } from './manager-name.ts';

const name = managerName();
const session = sessionKey('manager');
const desk = approvalDesk();
openScreen(
  {
    screen: 'manager',
    version: PROTOCOL_VERSION,
    device: deviceName('manager'),
    ...(name === '' ? {} : { name }),
    ...(session === undefined ? {} : { session }),
  },
  <Manager desk={desk} />,
  desk,
);
