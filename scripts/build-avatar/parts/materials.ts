/** Names of the avatar's materials, one a draw call. */
export type MaterialName =
  | 'Skin_Head'
  | 'Skin_Hands'
  | 'Eye'
  | 'Teeth'
  | 'Tongue'
  | 'Lashes'
  | 'Brows'
  | 'Hair'
  | 'Hair_Edge'
  | 'Top'
  | 'Trousers'
  | 'Shoes';
