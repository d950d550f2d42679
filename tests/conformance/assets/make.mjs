// Makes the pictures and the film of the conformance scenes; run again only to change them.
import {createCanvas} from '@napi-rs/canvas';
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

const photo = createCanvas(320, 240);
const context = photo.getContext('2d');
const sky = context.createLinearGradient(0, 0, 0, 240);
sky.addColorStop(0, '#3b6ea5');
sky.addColorStop(0.6, '#f0b27a');
sky.addColorStop(1, '#2e4053');
context.fillStyle = sky;
context.fillRect(0, 0, 320, 240);
for (let i = 0; i < 40; i++) {
  context.fillStyle = `hsla(${i * 37}, 60%, 55%, 0.5)`;
  context.beginPath();
  context.arc((i * 83) % 320, 60 + ((i * 47) % 180), 6 + (i % 7) * 3, 0, 7);
  context.fill();
}
writeFileSync(path.join(here, 'photo.png'), photo.toBuffer('image/png'));
writeFileSync(path.join(here, 'photo.jpg'), photo.toBuffer('image/jpeg', 85));
writeFileSync(path.join(here, 'photo.webp'), photo.toBuffer('image/webp', 85));

const checker = createCanvas(16, 16);
const squares = checker.getContext('2d');
for (let i = 0; i < 16; i++) {
  squares.fillStyle = ['#e13238', '#e6a700', '#99c47a', '#68abdf'][(i * 5) % 4];
  squares.globalAlpha = 0.4 + (i % 4) * 0.2;
  squares.fillRect((i % 4) * 4, Math.floor(i / 4) * 4, 4, 4);
}
writeFileSync(path.join(here, 'checker.png'), checker.toBuffer('image/png'));

// Each frame of the film states its own number in grey: frame n is a field of level 8 n, beside moving bars.
execFileSync('ffmpeg', [
  '-y', '-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=2',
  '-vf', "drawbox=x=0:y=0:w=120:h=180:color=black:t=fill,geq=lum='if(lt(X,120),16+4*N,lum(X,Y))':cb='if(lt(X,120),128,cb(X,Y))':cr='if(lt(X,120),128,cr(X,Y))'",
  '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '12', '-bf', '2', '-crf', '20', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709',
  '-c:a', 'aac', '-b:a', '64k', '-movflags', '+faststart', path.join(here, 'clip.mp4'),
]);
execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', 'sine=frequency=660:duration=0.5', path.join(here, 'beep.wav')]);
