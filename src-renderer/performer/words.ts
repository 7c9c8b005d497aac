/** Every text of the performer, in one place for translation. */
export const words = {
  avatarGone: (name: string) => `The file of the avatar ${name} is not there any more.`,
};
