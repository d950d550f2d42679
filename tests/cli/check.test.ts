import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {repository, runLectern} from './runLectern';

const fixture = (name: string) => path.join(repository, 'tests/review/fixtures', `${name}.tsx`);

describe('lectern check', () => {
  it('prints nothing on stdout for a film without faults', async () => {
    const {code, stdout, stderr} = await runLectern(['check', fixture('smooth')]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^\d+ frames looked at in [\d.]+ s: 0 errors, 0 warnings\n$/);
  });

  it('names the author\'s line, the moment and the way out, and fails', async () => {
    const {code, stdout, stderr} = await runLectern(['check', fixture('jumps')]);
    expect(code).toBe(7);
    expect(stdout).toMatch(/^Error: <Circle> jumps 60 px within one frame.* \(jump\)\n {2}at .*jumps\.tsx:11:7 {3}\(scene jumps, frame 31, 00:00:01:01\)\n/);
    expect(stdout).toMatch(/\nFix: tween it there, or declare the cut: cut\(\)\n/);
    expect(stderr).toMatch(/Cannot pass jumps: 5 findings\nFix: /);
  });

  it('--json says the same to programs, and --fail-on never lets it pass', async () => {
    const {code, stdout} = await runLectern(['check', fixture('jumps'), '--json', '--fail-on', 'never']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as {frames: number; findings: object[]; waived: object[]};
    expect(report).toMatchObject({fps: 30, waived: []});
    expect(report.findings).toHaveLength(5);
    expect(report.findings[0]).toMatchObject({rule: 'jump', severity: 'error', line: 11, scene: 'jumps', frame: 31, timecode: '00:00:01:01'});
  });
});
