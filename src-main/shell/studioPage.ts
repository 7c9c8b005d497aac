import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { STUDIO_SCHEME } from '#shared/bridge/index.ts';
import { fileOfAddress } from './addresses.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // WebAssembly unpacks avatars; no script is made from text.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  // Pictures inside an avatar's file are given to the page as blobs, which only the page itself can make.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // The host: its link, and the videos and files that it serves. The page: code that tracks a camera.
  "connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:* blob:",
  'media-src http://127.0.0.1:*',
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerStudioScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: STUDIO_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page from its folder, read-only. */
export function serveStudioPage(folder: string): void {
  protocol.handle(STUDIO_SCHEME, async (request) => {
    const file = fileOfAddress(request.url, folder);
    const type = file && TYPES[extname(file)];
    if (!file || !type || request.method !== 'GET') return new Response('not found', { status: 404 });
    try {
      return new Response(await readFile(file), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
