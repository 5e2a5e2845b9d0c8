/** The digits of a mode read as octal, or undefined when they are not octal digits of a mode. */
function asOctal(mode: number): number | undefined {
  const digits = String(mode);
  return mode >= 0 && mode <= 7777 && /^[0-7]+$/.test(digits)
    ? Number.parseInt(digits, 8)
    : undefined;
}

/**
 * Whether a mode was probably meant as octal and typed as decimal, like 644: it is unusual as it
 * is and usual when its digits are read as octal. Returns the octal number that was meant.
 */
export function meantAsOctal(mode: number, directory: boolean): number | undefined {
  const octal = asOctal(mode);
  if (octal === undefined || isUsual(mode, directory) || !isUsual(octal, directory))
    return undefined;
  return octal;
}

function isUsual(mode: number, directory: boolean): boolean {
  if (mode === 0) return true;
  // Others first: each class has at least the rights of the classes before it.
  let before = 0;
  for (const rights of [mode & 7, (mode >> 3) & 7, (mode >> 6) & 7]) {
    const [read, executes] = [(rights & 4) !== 0, (rights & 1) !== 0];
    const loses = (before & ~rights) !== 0;
    const readWithoutExecute = (before & 4) !== 0 && (before & 1) === 0;
    if (loses || (executes && readWithoutExecute) || (rights !== 0 && !read)) return false;
    before |= rights;
  }
  const [write, execute] = [(before & 2) !== 0, (before & 1) !== 0];
  if ((before & 4) === 0) return false;
  const [setuid, setgid, sticky] = [
    (mode & 0o4000) !== 0,
    (mode & 0o2000) !== 0,
    (mode & 0o1000) !== 0,
  ];
  if (directory) return execute && !setuid && (write || !(setgid || sticky));
  const worldWrite = (mode & 2) !== 0;
  return !sticky && (!(setuid || setgid) || (execute && !worldWrite));
}
