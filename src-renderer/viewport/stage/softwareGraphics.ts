/** What programs that draw with the processor call themselves: Chromium's, Mesa's, Windows' and Apple's. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Whether the processor does the work of a graphics card here. */
export function drawsInSoftware(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  const info = context?.getExtension('WEBGL_debug_renderer_info');
  if (!context || !info) return false;
  return SOFTWARE.test(String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)));
}
