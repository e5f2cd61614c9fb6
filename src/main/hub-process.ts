// The hub of an Electron machine runs in a utility process of its own, so that no window can hold it up.
import '../hub/cli.ts';
