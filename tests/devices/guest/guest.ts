import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';

/** The programs that a guest needs, each with Debian's package of it. */
const NEEDS: readonly (readonly [program: string, inPackage: string])[] = [
  ['qemu-system-x86_64', 'qemu-system-x86'],
  ['busybox', 'busybox-static'],
  ['cpio', 'cpio'],
  ['depmod', 'kmod'],
  ['udevadm', 'udev'],
  ['apt-get', 'apt'],
];

const FOLDERS = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'];
const isHere = (program: string): boolean => FOLDERS.some((folder) => existsSync(join(folder, program)));

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why no guest can run here, in words; undefined when one can. */
export function whyNoGuest(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the guest is a Linux machine for x64';
  const missing = NEEDS.filter(([program]) => !isHere(program));
  if (missing.length > 0)
    return `${missing.map(([program]) => program).join(', ')} is not here (apt-get install ${missing.map(([, inPackage]) => inPackage).join(' ')})`;
  // The guest runs as root on the host's files.
  return canRead('/root') ? undefined : 'the guest reads the files of this machine, and needs root for it';
}

/** Builds the guest into the folder, if it is not there. @throws when a step of it fails. */
export function buildGuest(folder: string): void {
  if (existsSync(join(folder, 'vmlinuz'))) return;
  const { status } = spawnSync('bash', [join(import.meta.dirname, 'build.sh'), folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The guest could not be built (exit code ${status}).`);
}

/** The machine ends when the kernel falls, rather than stand still. */
const KERNEL_OPTIONS = 'console=ttyS0 quiet loglevel=3 panic=-1 oops=panic mitigations=off nokaslr';

/** Runs `run.sh` of the shared folder in the guest, until it ends or the time is over. */
export async function runGuest(folder: string, shared: string, withinMs: number): Promise<void> {
  const mount = (path: string, tag: string, more = '') =>
    `local,path=${path},mount_tag=${tag},security_model=none,multidevs=remap${more}`;
  const machine = '-M q35 -cpu max -accel tcg,thread=multi -smp 2 -m 3072 -nographic -no-reboot -nic none'.split(' ');
  const kernel = ['-kernel', join(folder, 'vmlinuz'), '-initrd', join(folder, 'initrd.gz'), '-append', KERNEL_OPTIONS];
  const folders = ['-virtfs', mount('/', 'host', ',readonly=on'), '-virtfs', mount(shared, 'run')];
  const qemu = spawn('qemu-system-x86_64', [...machine, ...kernel, ...folders], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const timer = setTimeout(() => qemu.kill(), withinMs);
  await once(qemu, 'exit');
  clearTimeout(timer);
}
