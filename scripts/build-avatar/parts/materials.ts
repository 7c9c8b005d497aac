/** Names of the avatar's materials, one a mesh. */
export type MaterialName =
  | 'Skin_Head'
  | 'Skin_Hands'
  | 'Eye'
  | 'Teeth'
  | 'Tongue'
  | 'Lashes'
  | 'Brows'
  | 'Hair'
  | 'Top'
  | 'Trousers'
  | 'Shoes';
