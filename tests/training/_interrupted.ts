import { batches, fit, meanSquaredError, sgd } from "../../lib/training/mod.ts";
import { smallModel, tf } from "./_engine.ts";

const data = batches({ x: tf.ones([4, 3]), y: tf.zeros([4, 2]) }, { batchSize: 1 });
const begin = { onTrainBegin: () => console.log("begin") };
const options = { epochs: 1e9, optimizer: sgd(), loss: meanSquaredError(), callbacks: [begin] };
const { stopped, epoch } = await fit(smallModel(), data, options);
console.log(JSON.stringify({ stopped, epochs: epoch.length }));
