#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { userDataFolder } from '../host/userData.ts';

// What is compiled is kept, which halves the time of every later start. Only what is imported after this counts.
enableCompileCache(join(userDataFolder(), 'compiled'));
const { runCommand } = await import('./commands.ts');
await runCommand(process.argv.slice(2));
