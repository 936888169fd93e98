/** Means over the epoch so far: `loss`, each metric by name, `val_` twins at an epoch's end. */
export type Logs = Record<string, number> & { loss: number };
