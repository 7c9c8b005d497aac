import { MimesisError, type RequestName, requestSchemas } from '#shared/contract/index.ts';

const refuse = (): never => {
  throw new MimesisError('usage', 'not asked here');
};

/** Answers to every request of the link, for a test that asks none of them: each is refused. */
export const refusingHandlers = Object.fromEntries(
  Object.keys(requestSchemas).map((name) => [name, refuse]),
) as Record<RequestName, typeof refuse>;
