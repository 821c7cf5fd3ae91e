/** A page that is not shown draws nothing: after this many milliseconds work goes on without the paint. */
const LONGEST_WAIT = 50;

/** Resolves once the browser has drawn what was asked for before. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}
