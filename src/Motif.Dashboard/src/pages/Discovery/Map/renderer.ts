import type { Camera, Size } from './camera';
import type { Points } from './points';

const vertexShader = `
attribute vec2 place;
attribute vec4 paint;
uniform vec2 scale;
uniform vec2 shift;
uniform float size;
varying vec4 colour;
void main() {
  gl_Position = vec4(place * scale + shift, 0.0, 1.0);
  gl_PointSize = size;
  colour = paint;
}`;

const fragmentShader = `
precision mediump float;
varying vec4 colour;
void main() {
  vec2 off = gl_PointCoord - 0.5;
  if (dot(off, off) > 0.25) discard;
  gl_FragColor = vec4(colour.rgb * colour.a, colour.a);
}`;

/**
 * Draws all points with WebGL. Libraries for it make code out of strings, which the page's policy forbids; two buffers and a
 * shader are all it takes.
 */
export class PointRenderer {
  readonly #gl: WebGLRenderingContext;
  readonly #uniforms: Record<'scale' | 'shift' | 'size', WebGLUniformLocation | null>;
  readonly #paint: WebGLBuffer;
  readonly #count: number;

  private constructor(gl: WebGLRenderingContext, program: WebGLProgram, points: Points) {
    this.#gl = gl;
    this.#count = points.count;
    gl.useProgram(program);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#uniforms = {
      scale: gl.getUniformLocation(program, 'scale'),
      shift: gl.getUniformLocation(program, 'shift'),
      size: gl.getUniformLocation(program, 'size'),
    };
    const places = new Float32Array(2 * points.count);
    for (let i = 0; i < points.count; i++) {
      places[2 * i] = points.x[i] ?? 0;
      places[2 * i + 1] = points.y[i] ?? 0;
    }
    this.#attach(program, 'place', 2, gl.FLOAT, places);
    this.#paint = this.#attach(
      program,
      'paint',
      4,
      gl.UNSIGNED_BYTE,
      new Uint8Array(4 * points.count),
    );
  }

  /** Null where there is no WebGL. */
  static on(canvas: HTMLCanvasElement, points: Points): PointRenderer | null {
    const gl = canvas.getContext('webgl', { antialias: false, premultipliedAlpha: true });
    if (gl === null) return null;
    const program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertexShader],
      [gl.FRAGMENT_SHADER, fragmentShader],
    ] as const) {
      const shader = gl.createShader(kind);
      if (shader === null) return null;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return gl.getProgramParameter(program, gl.LINK_STATUS) === true
      ? new PointRenderer(gl, program, points)
      : null;
  }

  /** @param colours Four bytes a point. */
  colour(colours: Uint8Array): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#paint);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, colours);
  }

  draw(camera: Camera, size: Size, pointSize: number, pixelRatio: number): void {
    const gl = this.#gl;
    gl.viewport(0, 0, size.width * pixelRatio, size.height * pixelRatio);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const [sx, sy] = [(2 * camera.scale) / size.width, (-2 * camera.scale) / size.height];
    gl.uniform2f(this.#uniforms.scale, sx, sy);
    gl.uniform2f(this.#uniforms.shift, -camera.x * sx, -camera.y * sy);
    gl.uniform1f(this.#uniforms.size, pointSize * pixelRatio);
    gl.drawArrays(gl.POINTS, 0, this.#count);
  }

  #attach(
    program: WebGLProgram,
    name: string,
    parts: number,
    type: number,
    data: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
  ): WebGLBuffer {
    const gl = this.#gl;
    const buffer = gl.createBuffer();
    const place = gl.getAttribLocation(program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, parts, type, type === gl.UNSIGNED_BYTE, 0, 0);
    return buffer;
  }
}
