import { render } from 'preact';
import { Connection, panelRoot } from '../toolkit/connection';
import { Empty } from '../toolkit/status';
import './map.css';

const { element } = panelRoot();
const connection = new Connection<'map'>();
connection.listen((message) => {
  if (message.type !== 'unavailable') return;
  render(<Empty title="Mechanism map" lines={[message.reason]} />, element);
});
