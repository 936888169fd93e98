import type { DownloadProgress, Source } from "./corpus.ts";

/** Options that every corpus takes. */
export interface DatasetOptions {
  /** The sources that may be used. @default ["cache", "mirror", "download", "stand-in"] */
  sources?: readonly Source[];
  /** The cache folder. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
  /** Folders that hold copies of the corpora, `<folder>/<id>/…`. @default the folders in UNROLL_DATA */
  mirrors?: readonly string[];
  /** Called as bytes of a download arrive. */
  onProgress?: (progress: DownloadProgress) => void;
  /** Ends a download; what has arrived is kept and the next call goes on from there. */
  signal?: AbortSignal;
  /** Seconds without a byte after which a download is given up. @default 15 */
  patience?: number;
}
