/** Where the bytes of a dataset came from, best first. */
export type Source = "cache" | "mirror" | "download" | "stand-in";

/** One file of a corpus, pinned by its size and, where that is known, its checksum. */
export interface CorpusFile {
  /** Its path below the corpus's folder, with forward slashes. */
  path: string;
  /** Its size in bytes. */
  bytes: number;
  /**
   * Its SHA-256 in lower-case hexadecimals; left out where its publisher names none and nobody could compute it here: then the
   * corpus's loader checks what it holds.
   */
  sha256?: string;
  /** Its official address; without one, and without a package, it is looked for on this machine only. */
  url?: string;
  /** The npm package that holds it at `path`, as `name@version`, where it has no address of its own. */
  npm?: string;
}

/** A complete set of files that gives the corpus: a mirror may hold another edition than the official address. */
export type Edition = readonly CorpusFile[];

/** What the library knows of a corpus before a byte of it is there. */
export interface Corpus {
  /** The name of its folder in caches and mirrors. */
  id: string;
  /** What it is, for people. */
  title: string;
  /** Where it comes from, for people. */
  origin: string;
  /** The licence under which it may be used. */
  licence: string;
  /** Its editions, best first: the first that is whole is used, of those with addresses the first that can be had is downloaded. */
  editions: readonly Edition[];
}

/** How far a download is. */
export interface DownloadProgress {
  /** The corpus's id. */
  id: string;
  /** The file's path in the corpus's folder. */
  path: string;
  /** Bytes that are there, those of an earlier interrupted download included. */
  received: number;
  /** Bytes of the whole file. */
  total: number;
}
