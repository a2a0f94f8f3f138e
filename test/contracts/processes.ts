import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** The process of a browser, as the lock of its profile names it: `host-pid`. */
export const browserProcess = (profile: string): number =>
  Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Kills whatever processes of this kind a browser has begun, itself or by way of others. */
export function killAll(browser: number, kind: 'renderer' | 'utility'): void {
  const all = new Map(processes().map((one) => [one.pid, one]));
  const isOurs = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return parent === browser || (parent > 1 && isOurs(parent));
  };
  for (const { pid, command } of all.values()) {
    if (isOurs(pid) && command.includes(`--type=${kind}`)) process.kill(pid, 'SIGKILL');
  }
}

/** Linux says it in files, and may have no `ps`; other systems have one. */
function processes(): readonly Process[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
    });
  }
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.map((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    // `pid (name) state parent …`; a name may hold spaces and brackets.
    const [, parent] = stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ');
    return { pid, parent: Number(parent), command: read(`/proc/${pid}/cmdline`) };
  });
}

/** Empty where the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
