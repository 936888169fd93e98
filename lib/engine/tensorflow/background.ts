import type { Native } from "./native.ts";

/** Where operations are begun that go on while this thread does something else. */
export interface Background {
  /** Begins the operations that `start` executes, one after the other; who reads a result waits for it. */
  begin<T>(start: () => T): T;
  /** Forgets a failed operation, after which TensorFlow refuses all others here. */
  recover(): void;
}

const opened = new WeakMap<Native, Background>();

/** TensorFlow's asynchronous executor beside a context's own: one more thread, made on its first use. */
export function background(native: Native): Background {
  let found = opened.get(native);
  if (!found) opened.set(native, found = open(native));
  return found;
}

function open({ functions: tf, context }: Native): Background {
  const own = tf.TFE_ContextGetExecutorForThread(context), other = tf.TFE_NewExecutor(1, 0, 0);
  return {
    begin(start) {
      tf.TFE_ContextSetExecutorForThread(context, other);
      try {
        return start();
      } finally {
        tf.TFE_ContextSetExecutorForThread(context, own);
      }
    },
    recover: () => tf.TFE_ExecutorClearError(other),
  };
}
