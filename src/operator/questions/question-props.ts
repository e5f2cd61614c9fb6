import type { CounterView } from '../../protocol/views/views.ts';
import type { Send } from '../use-operator.ts';

/** What every question gets: the counter, and a way to answer, which also closes it. */
export interface QuestionProps {
  readonly view: CounterView;
  readonly answer: Send;
  readonly close: () => void;
}
