// The layout engine, as a worker: its script is taken as it is.
import 'elkjs/lib/elk-worker.min.js';
