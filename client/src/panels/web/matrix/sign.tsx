import type { JSX } from 'preact';
import type { ProtocolMatrixCell } from '../../../../../server/src/shared/matrix';

type Verdict = ProtocolMatrixCell['verdict'];

/**
 * The sign of a cell, by shape first and colour second: a disc supports, a cross speaks against, half of each is both, a
 * small ring only sets the scene. A ring around a dot is support by nesting. A hook is a test that was passed, a framed
 * cross one that failed, a dot one without result.
 */
export function Sign({
  verdict,
  marks,
}: Pick<ProtocolMatrixCell, 'verdict' | 'marks'>): JSX.Element {
  const tests = marks.flatMap((mark) => mark.tests);
  const isNested = verdict === 'support' && marks.every(({ by }) => by === 'nesting');
  const passed = verdict === 'support' && tests.some(({ result }) => result === 'pass');
  const isOpen = verdict === 'support' && tests.length > 0 && !passed;
  const failed = verdict === 'challenge' && tests.some(({ result }) => result === 'fail');
  return (
    <span class={`sign ${verdict}`} aria-hidden="true">
      <svg viewBox="0 0 20 20" width="20" height="20">
        {isNested ? NESTED : SHAPES[verdict]}
        {passed && <path class="inner" d="M6.5 10.2l2.4 2.4l4.6-5" />}
        {isOpen && <circle class="inner dot" cx="10" cy="10" r="1.6" />}
        {failed && <rect class="frame" x="3" y="3" width="14" height="14" rx="1.5" />}
      </svg>
      {marks.length > 1 && <b>{marks.length}</b>}
    </span>
  );
}

const NESTED = (
  <>
    <circle class="ring" cx="10" cy="10" r="5.7" />
    <circle class="full" cx="10" cy="10" r="2.4" />
  </>
);

const SHAPES: Readonly<Record<Verdict, JSX.Element>> = {
  support: <circle class="full" cx="10" cy="10" r="6.7" />,
  challenge: <path class="cross" d="M6.2 6.2l7.6 7.6M13.8 6.2l-7.6 7.6" />,
  mixed: (
    <>
      <path class="full" d="M10 3.3a6.7 6.7 0 0 0 0 13.4z" />
      <path class="cross" d="M12 7l5 6M17 7l-5 6" />
    </>
  ),
  scene: <circle class="ring" cx="10" cy="10" r="3.2" />,
};
