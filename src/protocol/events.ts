import type { Envelope } from './commands.ts';
import type { Reply } from './replies.ts';
import type { Stamp, View } from './views.ts';

/** Socket.IO events from a screen to the hub. */
export interface ToHub {
  command: (envelope: Envelope, answer: (reply: Reply) => void) => void;
}

/** Socket.IO events from the hub to a screen. */
export interface ToScreen {
  view: (view: View) => void;
  pulse: (stamp: Stamp) => void;
  /** Sent where no answer can be: an unknown event, or a command without an acknowledgement callback. */
  refused: (reply: Reply) => void;
}
