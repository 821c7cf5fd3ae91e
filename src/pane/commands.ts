/** What the ribbon can ask of the pane. */
export type PaneCommand = 'check' | 'repair';

/** Where the pane takes its commands from. */
export interface CommandSource {
  /** Calls back for every command, first for the last one sent before; answers the way to stop it. */
  listen(listener: (command: PaneCommand) => void): () => void;
}

/** Where the ribbon sends its commands. */
export interface CommandChannel extends CommandSource {
  send(command: PaneCommand): void;
}

/** A channel from the ribbon to the pane that keeps the last command until the pane is there to take it. */
export function createCommandChannel(): CommandChannel {
  let waiting: PaneCommand | null = null;
  let current: ((command: PaneCommand) => void) | null = null;
  return {
    send(command) {
      if (current === null) waiting = command;
      else current(command);
    },
    listen(listener) {
      current = listener;
      if (waiting !== null) listener(waiting);
      waiting = null;
      return () => {
        current = null;
      };
    },
  };
}
