import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deviceName, numberInAddress, openScreen, openShown } from '../renderer/open-screen.tsx';
import { Board } from './Board.tsx';
import { CounterDisplay } from './one-counter/CounterDisplay.tsx';
import './scale.css';

const counterId = numberInAddress('counter');
const version = PROTOCOL_VERSION;
const address = new URLSearchParams(location.search);
if (address.has('replay')) openShown(<Board />);
else if (counterId === undefined) {
  const [boardId, hallId] = [address.get('board'), address.get('hall')];
  const device = deviceName(`board-${boardId ?? hallId ?? 'all'}`);
  openScreen({ screen: 'board', version, device, hallId, boardId }, <Board />);
} else {
  const device = deviceName(`display-${counterId}`);
  openScreen({ screen: 'counterDisplay', version, device, counterId }, <CounterDisplay />);
}
