/** Milliseconds that this process has worked: what a limit on effort is held against, as clocks go on while others work. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
