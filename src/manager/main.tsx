import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, openScreen } from '../renderer/open-screen.tsx';
import { Manager } from './Manager.tsx';
import { managerName } from './manager-name.ts';
import { SignIn } from './SignIn.tsx';

const name = managerName();
const version = PROTOCOL_VERSION;
if (name === '') {
  // Nobody has said yet who manages: the page knows the centre, and can do nothing.
  openScreen({ screen: 'board', version, device: deviceName('manager'), hallId: null, boardId: null }, <SignIn />);
} else {
  openScreen({ screen: 'manager', version, device: deviceName('manager'), name }, <Manager />);
}
