/** Whether a path of an archive leads out of the folder that the archive would be unpacked into. */
export function climbsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path);
}
