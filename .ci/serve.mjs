// Serves the built pages on this machine only. `node .ci/serve.mjs [FOLDER] [--port N]` for scripts and tests:
// prints the address on stdout and runs until it is told to stop.
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import buildConfig from '../webpack.config.js';
import { root, say } from './steps.mjs';

const HOST = '127.0.0.1';
const PORT = 3000;
const PORTS_TRIED = 20;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const HEADERS = {
  'Content-Security-Policy': buildConfig.CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** The file of a request, or null where the path is none of the folder's. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const hidden = path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '');
  if (hidden || path.includes('\0')) return null;
  const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  if (!file.startsWith(folder + sep)) return null;
  try {
    return realpathSync(file).startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}

/** Answers GET and HEAD requests with the files of a folder. */
function handlerOf(folder) {
  return async (request, response) => {
    const end = (status, text) => {
      response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, '只能读取');
    const file = fileOf(folder, request.url ?? '/');
    const found = file === null ? null : await stat(file).catch(() => null);
    if (found === null || !found.isFile()) return end(404, '没有这个文件');
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': found.size });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  };
}

/** The certificate that HTTPS_PFX (with HTTPS_PFX_PASSWORD) or HTTPS_CERT and HTTPS_KEY name; null for plain http. */
export function certificate(env = process.env) {
  const { HTTPS_PFX: pfx, HTTPS_PFX_PASSWORD: passphrase, HTTPS_CERT: cert, HTTPS_KEY: key } = env;
  const read = (path) => {
    try {
      return readFileSync(path);
    } catch {
      throw new Error(`读不到证书文件 ${path}。请检查 HTTPS_PFX 或 HTTPS_CERT、HTTPS_KEY 的路径。`);
    }
  };
  if (pfx) return { pfx: read(pfx), ...(passphrase === undefined ? {} : { passphrase }) };
  if (cert && key) return { cert: read(cert), key: read(key) };
  if (cert || key) throw new Error('HTTPS_CERT 与 HTTPS_KEY 要同时给出。');
  return null;
}

function listen(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      done(server.address().port);
    });
  });
}

/** Takes the port asked for or the next free one after it; port 0 takes any. */
async function listenFrom(server, port) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await listen(server, port === 0 ? 0 : port + tried);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tried >= PORTS_TRIED) throw error;
    }
  }
}

/** Serves a folder until `close` is called. Throws where the folder is missing or no port is free. */
export async function serve(folder, { port = PORT, tls = null } = {}) {
  const real = realpathSync(folder);
  const handler = handlerOf(real);
  const server = tls === null ? createHttpServer(handler) : createHttpsServer(tls, handler);
  const taken = await listenFrom(server, port);
  const name = tls === null ? HOST : 'localhost';
  return {
    address: `${tls === null ? 'http' : 'https'}://${name}:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** Serves until Ctrl-C or a request to end, then stops cleanly. */
export function untilStopped(server) {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => done(server.close()));
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  try {
    const server = await serve(positionals[0] ?? join(root, 'dist'), { port: Number(values.port ?? PORT) });
    process.stdout.write(`${server.address}\n`);
    await untilStopped(server);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
