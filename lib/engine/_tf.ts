/** The one tfjs namespace that every room uses, value and types. */
export * as tf from "@tensorflow/tfjs";
