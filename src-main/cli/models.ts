import { MimesisError } from '#shared/contract/index.ts';
import { installModels, locateModel, type ModelName, modelCatalogue } from '../host/models/index.ts';
import { readArguments } from './arguments.ts';
import { print, table } from './output.ts';

/** `mimesis models`: where each model is; `mimesis models install`: gets those that are missing. */
export async function models(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [action = 'list', ...more] = positionals;
  if (more.length > 0 || (action !== 'list' && action !== 'install')) {
    throw new MimesisError('usage', 'Usage: mimesis models [list | install]');
  }
  return action === 'install' ? install() : list();
}

async function install(): Promise<number> {
  const results = await installModels();
  for (const result of results) {
    print(
      result.kind === 'unavailable'
        ? `${result.name}: not available. ${result.error.message} ${result.error.remedy ?? ''}`.trimEnd()
        : `${result.name}: ${result.kind} (${result.path})`,
    );
  }
  return results.some(({ kind }) => kind === 'unavailable') ? 1 : 0;
}

async function list(): Promise<number> {
  const rows = [['model', 'state', 'where']];
  for (const name of Object.keys(modelCatalogue) as ModelName[]) {
    const model = await locateModel(name);
    rows.push([name, model.kind, model.kind === 'found' ? model.path : model.remedy]);
  }
  print(table(rows));
  return 0;
}
