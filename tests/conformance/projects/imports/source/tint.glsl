#include "./common.glsl"
void main() { outColor = tint(); }
