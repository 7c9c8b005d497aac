import { type Material, type Mesh, MeshLambertMaterial, MeshStandardMaterial } from 'three';

/** Gives a mesh the materials that this computer can draw. */
export function dress(mesh: Mesh, isPlain: boolean): void {
  const tune = (material: Material): Material => (isPlain ? plain(material) : material);
  mesh.material = Array.isArray(mesh.material) ? mesh.material.map(tune) : tune(mesh.material);
}

/** The same look from the lights alone: no reflections of surroundings, no relief. */
function plain(material: Material): Material {
  if (!(material instanceof MeshStandardMaterial)) return material;
  const { name, map, color, transparent, opacity, alphaTest, side, depthWrite } = material;
  return Object.assign(
    new MeshLambertMaterial({ map, color, transparent, opacity, alphaTest, side, depthWrite }),
    { name },
  );
}
