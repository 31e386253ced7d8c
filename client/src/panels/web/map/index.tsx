import { render } from 'preact';
import { Connection, panelRoot } from '../toolkit/connection';
import { MapApp } from './app';
import { Engine } from './engine';
import { adoptTheme } from './theme';
import './map.css';

const { element, folder } = panelRoot();
adoptTheme();
render(<MapApp connection={new Connection<'map'>()} engine={new Engine(folder)} />, element);
