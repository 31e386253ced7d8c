import { render } from 'preact';
import { Connection, panelRoot } from '../toolkit/connection';
import { MatrixApp } from './app';
import '../toolkit/toolkit.css';
import './matrix.css';

render(<MatrixApp connection={new Connection<'matrix'>()} />, panelRoot().element);
