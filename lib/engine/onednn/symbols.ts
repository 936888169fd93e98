/** oneDNN's C API (version 3) as data: what each function that the engine calls takes and gives. */

/** An opaque handle. */
const P = "pointer";
/** Bytes that JavaScript owns: where a new handle is written, sizes, argument lists. */
const B = "buffer";
const STATUS = "i32";

/** A primitive descriptor's create function: where to, engine, numbers, then `count` handles, flags and handles. */
const rnn = (
  numbers: readonly "i32"[],
  descriptors: number,
  tail: readonly ("u32" | "f32" | "pointer")[],
) => ({
  parameters: [B, P, ...numbers, ...new Array<"pointer">(descriptors).fill(P), ...tail],
  result: STATUS,
} as const);

/** Every function of oneDNN that the engine calls. */
export const symbols = {
  dnnl_version: { parameters: [], result: P },
  dnnl_engine_create: { parameters: [B, "i32", "usize"], result: STATUS },
  dnnl_stream_create: { parameters: [B, P, "u32"], result: STATUS },
  dnnl_stream_wait: { parameters: [P], result: STATUS },
  dnnl_memory_desc_create_with_tag: { parameters: [B, "i32", B, "i32", "i32"], result: STATUS },
  dnnl_memory_desc_create_with_strides: { parameters: [B, "i32", B, "i32", B], result: STATUS },
  dnnl_memory_desc_destroy: { parameters: [P], result: STATUS },
  dnnl_memory_desc_equal: { parameters: [P, P], result: "i32" },
  dnnl_memory_desc_get_size: { parameters: [P], result: "usize" },
  dnnl_memory_create: { parameters: [B, P, P, P], result: STATUS },
  dnnl_memory_set_data_handle: { parameters: [P, P], result: STATUS },
  dnnl_memory_get_data_handle: { parameters: [P, B], result: STATUS },
  dnnl_memory_destroy: { parameters: [P], result: STATUS },
  dnnl_primitive_desc_query_md: { parameters: [P, "i32", "i32"], result: P },
  dnnl_primitive_desc_destroy: { parameters: [P], result: STATUS },
  dnnl_primitive_create: { parameters: [B, P], result: STATUS },
  dnnl_primitive_execute: { parameters: [P, P, "i32", B], result: STATUS },
  dnnl_primitive_destroy: { parameters: [P], result: STATUS },
  /** Row-major C = alpha A B + beta C: transposed or not, rows, columns, what is summed over, then alpha, A, B, beta, C. */
  dnnl_sgemm: {
    parameters: ["u8", "u8", "i64", "i64", "i64", "f32", P, "i64", P, "i64", "f32", P, "i64"],
    result: STATUS,
  },
  dnnl_primitive_attr_create: { parameters: [B], result: STATUS },
  dnnl_primitive_attr_set_scales_mask: { parameters: [P, "i32", "i32"], result: STATUS },
  dnnl_primitive_attr_destroy: { parameters: [P], result: STATUS },
  dnnl_reorder_primitive_desc_create: { parameters: [B, P, P, P, P, P], result: STATUS },
  dnnl_pooling_forward_primitive_desc_create: {
    parameters: [B, P, "i32", "i32", P, P, B, B, B, B, B, P],
    result: STATUS,
  },
  dnnl_pooling_backward_primitive_desc_create: {
    parameters: [B, P, "i32", P, P, B, B, B, B, B, P, P],
    result: STATUS,
  },
  dnnl_lstm_forward_primitive_desc_create: rnn(["i32", "i32"], 11, ["u32", P]),
  dnnl_lstm_backward_primitive_desc_create: rnn(["i32", "i32"], 22, ["u32", P, P]),
  dnnl_gru_forward_primitive_desc_create: rnn(["i32", "i32"], 7, ["u32", P]),
  dnnl_gru_backward_primitive_desc_create: rnn(["i32", "i32"], 14, ["u32", P, P]),
  dnnl_lbr_gru_forward_primitive_desc_create: rnn(["i32", "i32"], 7, ["u32", P]),
  dnnl_lbr_gru_backward_primitive_desc_create: rnn(["i32", "i32"], 14, ["u32", P, P]),
  dnnl_vanilla_rnn_forward_primitive_desc_create: rnn(["i32", "i32", "i32"], 7, ["u32", "f32", "f32", P]),
  dnnl_vanilla_rnn_backward_primitive_desc_create: rnn(["i32", "i32", "i32"], 14, [
    "u32",
    "f32",
    "f32",
    P,
    P,
  ]),
} as const;

/** The opened functions. */
export type Functions = Deno.DynamicLibrary<typeof symbols>["symbols"];
