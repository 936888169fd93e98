import { runOperation } from "../tensorflow/run_operation.ts";
import { boolAttribute, intAttribute, stringAttribute } from "../tensorflow/make_attributes.ts";
import { runWide } from "./_run_wide.ts";
import { addKernel } from "./_wrap_kernel.ts";

interface NGrams {
  separator: string;
  nGramWidths: number[];
  leftPad: string;
  rightPad: string;
  padWidth: number;
  preserveShortSequences: boolean;
}

/** Registers the kernels of strings that tfjs-node lacks and TensorFlow has. */
export function registerStrings(): void {
  addKernel<NGrams>(
    "StringNGrams",
    ({ inputs: { data, dataSplits }, attrs }) =>
      runOperation(
        "StringNGrams",
        [
          stringAttribute("separator", attrs.separator),
          intAttribute("ngram_widths", attrs.nGramWidths),
          stringAttribute("left_pad", attrs.leftPad),
          stringAttribute("right_pad", attrs.rightPad),
          intAttribute("pad_width", attrs.padWidth),
          boolAttribute("preserve_short_sequences", attrs.preserveShortSequences),
        ],
        [data!, dataSplits!],
        2,
      ),
  );
  addKernel<{ skipEmpty: boolean }>(
    "StringSplit",
    ({ inputs: { input, delimiter }, attrs }) =>
      runWide("StringSplit", [boolAttribute("skip_empty", attrs.skipEmpty)], [input!, delimiter!], {
        outputs: 3,
      }),
  );
  addKernel<{ numBuckets: number }>(
    "StringToHashBucketFast",
    ({ inputs: { input }, attrs }) =>
      runWide("StringToHashBucketFast", [intAttribute("num_buckets", attrs.numBuckets)], [input!])[0]!,
  );
}
