import { errorText } from '../../errorText.ts';

/** What went wrong, what is safe, what to do; nothing while all is well. The first failure is told. */
export function Failure({ of }: { of: readonly unknown[] }) {
  const failure = of.find((one) => one !== null && one !== undefined && one !== '');
  if (failure === undefined) return null;
  return (
    <p class="error" role="alert">
      {errorText(failure)}
    </p>
  );
}
