import type { JSX } from 'preact';
import { Empty } from '../toolkit/status';
import type { Action, State } from './state';

/** Says what is to be tagged before there is a map, or why there is none. */
export function EmptyMap(props: {
  readonly state: State;
  readonly act: (action: Action) => void;
}): JSX.Element {
  const { reason, isMissing, choice } = props.state;
  if (reason !== undefined) return <Empty title="No map" lines={[reason]} />;
  if (!isMissing && choice.focus !== undefined) {
    const showAll = (
      <button type="button" class="link" onClick={() => props.act({ type: 'unfocused' })}>
        Show all mechanisms
      </button>
    );
    return (
      <Empty
        title="There is no mechanism to draw here"
        lines={[
          `No mechanism has to do with #${choice.focus}, or it is tagged no longer.`,
          showAll,
        ]}
      />
    );
  }
  return (
    <Empty
      title="There is no mechanism to draw yet"
      lines={[
        'A mechanism links what sets it off to what comes of it, through what people do.',
        <>
          Select its name, run <b>Warrant: Tag Selection as Mechanism</b>, and fill in{' '}
          <code>trigger</code> and <code>outcome</code>.
        </>,
        <>
          Tag its phases with <b>Tag Selection as Step</b>, and say in <code>of</code> which
          mechanism they belong to and in <code>n</code> in which order they come.
        </>,
      ]}
    />
  );
}
