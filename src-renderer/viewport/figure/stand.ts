import { CylinderGeometry, Group, type Material, Mesh } from 'three';

const POLE = { radius: 0.011, top: 0.86 };
const FOOT = { radius: 0.13, height: 0.012 };

/** What a figure without legs stands on: a pole from the hips to a plate on the floor. */
export function createStand(material: Material): Group {
  const pole = new Mesh(new CylinderGeometry(POLE.radius, POLE.radius, POLE.top, 20), material);
  pole.position.y = POLE.top / 2;
  const plate = new Mesh(new CylinderGeometry(FOOT.radius, FOOT.radius + 0.004, FOOT.height, 48), material);
  plate.position.y = FOOT.height / 2;
  const stand = new Group();
  stand.add(pole, plate);
  return stand;
}
