#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { userCacheFolder } from '../host/userCache.ts';

// What is compiled is kept, which halves the time of every later start. Only what is imported after this counts, and
// what the processes import that this one starts: they find the variable.
process.env['NODE_COMPILE_CACHE'] ||= join(userCacheFolder(), 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
const { runCommand } = await import('./commands.ts');
await runCommand(process.argv.slice(2));
