import type { DownloadProgress, Source } from "./corpus.ts";
import type { DownloadOptions } from "./download.ts";

/** Options that every corpus takes. */
export interface DatasetOptions extends Pick<DownloadOptions, "signal" | "patience"> {
  /** The sources that may be used. @default ["cache", "mirror", "download", "stand-in"] */
  sources?: readonly Source[];
  /** The cache folder. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
  /** Folders that hold copies of the corpora, `<folder>/<id>/…`. @default the folders in UNROLL_DATA */
  mirrors?: readonly string[];
  /** Called as bytes of a download arrive. */
  onProgress?: (progress: DownloadProgress) => void;
}
