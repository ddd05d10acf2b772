/** For a request whose failure aborts the transaction, which then reports it: waiting for each costs time. */
export function unwaited(request: Promise<unknown>): void {
  request.catch(() => {});
}
