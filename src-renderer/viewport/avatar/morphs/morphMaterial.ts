import type { Material } from 'three';
import type { ActiveMorphs } from './activeMorphs.ts';
import type { MorphTexture } from './morphTexture.ts';

const DECLARATIONS = /* glsl */ `
attribute float morphRow;
uniform highp sampler2D morphs;
uniform vec4 activeMorphs[ACTIVE_MORPHS];
uniform int activeMorphCount;
vec3 morphsOf(int part) {
  vec3 sum = vec3(0.0);
  if (morphRow < 0.0) return sum;
  for (int i = 0; i < activeMorphCount; i++) {
    vec4 pair = activeMorphs[i / 2];
    vec2 morph = (i & 1) == 0 ? pair.xy : pair.zw;
    int texel = (int(morph.x) * MORPH_ROWS + int(morphRow)) * MORPH_STRIDE + part;
    sum += morph.y * texelFetch(morphs, ivec2(texel & 4095, texel >> 12), 0).xyz;
  }
  return sum;
}
`;

/**
 * Lets a material's vertices follow the active morphs. three.js' own morphs go through every target of the mesh for
 * every vertex, at work or not; here a target at rest costs nothing.
 */
export function addMorphs(material: Material, texture: MorphTexture, active: ActiveMorphs): void {
  const uniforms = {
    morphs: { value: texture.texture },
    activeMorphs: { value: active.packed },
    activeMorphCount: {
      get value() {
        return active.count;
      },
    },
  };
  const hasNormals = texture.stride === 2;
  const sizes = {
    ACTIVE_MORPHS: active.packed.length / 4,
    MORPH_ROWS: texture.rowCount,
    MORPH_STRIDE: texture.stride,
  };
  material.defines = { ...material.defines, ...sizes };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('#include <morphtarget_pars_vertex>', DECLARATIONS)
      .replace('#include <morphtarget_vertex>', 'transformed += morphsOf(0);');
    if (hasNormals) {
      shader.vertexShader = shader.vertexShader.replace(
        '#include <morphnormal_vertex>',
        'objectNormal += morphsOf(1);',
      );
    }
  };
  material.customProgramCacheKey = () => `morphs ${hasNormals}`;
}
