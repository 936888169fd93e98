/** Numbers of oneDNN's C API (dnnl_types.h). */

/** dnnl_data_type_t */
export const DataType = { f32: 3, bf16: 2 } as const;

/** dnnl_format_tag_any: whatever layout the primitive likes best. The plain ones are told by strides. */
export const anyLayout = 1;

/** dnnl_prop_kind_t */
export const Pass = { training: 64, inference: 96, backward: 128 } as const;

/** dnnl_rnn_direction_t */
export const Direction = { forwards: 1, backwards: 2 } as const;

/** dnnl_alg_kind_t: activations of the plain recurrent network. */
export const Activation = { relu: 0x20, tanh: 0x21 } as const;

/** dnnl_alg_kind_t: the kind of pool. */
export const Pool = { max: 0x1ff } as const;

/** DNNL_ARG_*: what an argument of a primitive is. */
export const Arg = {
  from: 1,
  to: 17,
  x: 1,
  h0: 2,
  c0: 3,
  y: 17,
  h: 18,
  c: 19,
  kernel: 33,
  recurrentKernel: 34,
  bias: 41,
  workspace: 64,
} as const;

/** A gradient's argument is that of the value and this. */
export const gradientOf = 128;

/** The argument of the scales is that of what they scale and this. */
export const scalesOf = 4096;

/** Which axes of a matrix scales go along: one number a column. */
export const columnScales = 1 << 1;

/** dnnl_query_t */
export const Query = { workspace: 135, argument: 255 } as const;
