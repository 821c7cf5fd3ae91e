/** What Excel itself answers when it refuses an action: it reaches the add-in as an `OfficeExtension.Error`. */
export class RichApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string = code) {
    super(message);
    this.name = 'RichApiError';
    this.code = code;
  }
}

/** The add-in asked for what the emulated Excel does not know: a fault of the test support, never of Excel. */
export class EmulatorGap extends Error {
  constructor(what: string) {
    super(`the emulated Excel does not know ${what}`);
    this.name = 'EmulatorGap';
  }
}

export function invalidArgument(what: string): RichApiError {
  const words = 'The argument is invalid or missing or has an incorrect format.';
  return new RichApiError('InvalidArgument', `${words} (${what})`);
}

export function itemNotFound(what: string): RichApiError {
  return new RichApiError('ItemNotFound', `The requested resource doesn't exist. (${what})`);
}

export function accessDenied(): RichApiError {
  return new RichApiError('AccessDenied', 'You do not have permissions to perform the requested operation.');
}
