import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Served } from '../browser/support/browser';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with the path just as it is written, which fetch would tidy up first. */
function ask({ address }: Served, path: string, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    const asked = request({ hostname, port, path, method, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', failed).end();
  });
}

describe('the server of npm start', () => {
  let folder: string;
  let served: Served;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'served-'));
    mkdirSync(join(folder, 'pages/.hidden'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'pages/index.html'), '<p>页</p>');
    writeFileSync(join(folder, 'pages/样例.xlsx'), 'bytes');
    writeFileSync(join(folder, 'pages/script.js'), '1');
    writeFileSync(join(folder, 'pages/.hidden/key.txt'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'pages/link.txt'));
    served = await serve(join(folder, 'pages'));
  });

  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  it('listens on this machine only', () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each([
    ['/', 'text/html; charset=utf-8', '<p>页</p>'],
    ['/index.html?sheet=1', 'text/html; charset=utf-8', '<p>页</p>'],
    ['/script.js', 'text/javascript; charset=utf-8', '1'],
    [`/${encodeURIComponent('样例')}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'bytes'],
  ])('gives %s as %s', async (path, type, body) => {
    const answer = await ask(served, path);
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([200, type, body]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('sends a policy that allows neither eval nor foreign scripts', async () => {
    const policy = (await ask(served, '/')).headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/pages/../../secret.txt',
    '/link.txt',
    '/.hidden/key.txt',
    '/%00',
    '/%',
    '/nothing.html',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask(served, path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask(served, '/script.js', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask(served, '/script.js', 'PUT')).toMatchObject({ status: 405 });
  });
});
