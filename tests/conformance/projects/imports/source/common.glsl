vec4 tint() { return vec4(1.0); }
