import { z } from 'zod';

/** A column that holds JSON of the given form. */
export function jsonColumn<Form extends z.ZodType>(form: Form) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(form);
}
