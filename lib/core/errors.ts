/** Something that has to be there first is not; the message ends with the command that gets it. */
export class MissingError extends Error {
  override name = "MissingError";
}

/** A file that is there but damaged: truncated, of another checksum, or not of its format. */
export class CorruptError extends Error {
  override name = "CorruptError";
}
