import { checkpointFolder } from "./checkpoint_folder.ts";

/** What tells one notebook's trainings from another's. */
export interface TrainingFoldersOptions {
  /** What is trained on: its name, and "stand-in" where it is one. */
  corpus: { id: string; source: string };
  /** A quick training has a folder of its own, and takes a full one's checkpoint where there is one. */
  profile: "quick" | "full";
}

/** Where one training's checkpoints lie. */
export interface TrainingFolder {
  /** Where they are written, and found again. */
  folder: string;
  /** Of a quick training: where the full one's are. */
  takeFrom: string | undefined;
}

/**
 * Names the folders of a notebook's trainings, one for each corpus and profile.
 *
 * @param notebook what the names begin with
 * @param options corpus and profile
 * @returns the folders of a training by its title, which is brought to small letters and underscores
 * @example
 * ```ts
 * import { trainingFolders } from "unroll/training/mod.ts";
 * const corpus = { id: "imdb", source: "mirror" };
 * const folderOf = trainingFolders("reviews", { corpus, profile: "quick" });
 * folderOf("LSTM 32").folder.endsWith("/reviews_lstm_32_imdb_quick"); // true
 * folderOf("LSTM 32").takeFrom!.endsWith("/reviews_lstm_32_imdb"); // true
 * ```
 */
export function trainingFolders(
  notebook: string,
  { corpus: { id, source }, profile }: TrainingFoldersOptions,
): (title: string) => TrainingFolder {
  const corpus = source === "stand-in" ? `${id} stand in` : id; // two corpora's stand-ins are two trainings
  return (title) => {
    const whole = checkpointFolder(`${notebook} ${title} ${corpus}`.toLowerCase().replace(/\W+/g, "_"));
    return profile === "quick"
      ? { folder: `${whole}_quick`, takeFrom: whole }
      : { folder: whole, takeFrom: undefined };
  };
}
