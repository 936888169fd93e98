/**
 * Words of the stand-in book, in Spanish without accents, commonest first; the project's own choice.
 *
 * @module
 */
import { wordList } from "./_word_list.ts";

/** Nouns with the article el. */
export const MASCULINE = wordList(`
modelo vector dato numero peso error texto paso ejemplo lector capitulo optimizador tensor gradiente sesgo parametro
conjunto valor resultado grafico ordenador algoritmo metodo ajuste lote nodo programa fichero cuaderno procesador`);

/** Nouns with the article la. */
export const FEMININE = wordList(`
red capa neurona funcion entrada salida imagen prediccion clase etiqueta matriz perdida epoca muestra tarea palabra
secuencia memoria derivada pendiente libreria tabla pregunta respuesta dimension escala medida parte idea linea`);

/** Adjectives, masculine and feminine. */
export const ADJECTIVES: readonly (readonly [string, string])[] = wordList(`
nuevo/nueva pequeno/pequena profundo/profunda sencillo/sencilla denso/densa oculto/oculta final/final lento/lenta
siguiente/siguiente rapido/rapida conocido/conocida grande/grande recurrente/recurrente aleatorio/aleatoria
correcto/correcta practico/practica util/util previo/previa lineal/lineal convolucional/convolucional`)
  .map((pair) => pair.split("/") as [string, string]);

/** Verbs: it does, they do, to do. */
export const VERBS: readonly (readonly [string, string])[] = wordList(`
calcula/calcular usa/usar aprende/aprender recibe/recibir produce/producir mide/medir guarda/guardar cambia/cambiar
describe/describir prepara/preparar reduce/reducir compara/comparar muestra/mostrar ajusta/ajustar transforma/transformar
evalua/evaluar necesita/necesitar recorre/recorrer multiplica/multiplicar repite/repetir`)
  .map((pair) => pair.split("/") as [string, string]);

/** What sentences begin with. */
export const OPENINGS: readonly string[] = (
  "En este caso,A continuacion,Por ejemplo,En la practica,Como hemos visto,Por otro lado,De esta manera,En resumen," +
  "Ahora bien,Sin embargo,En general,Al final del capitulo,Si el lector prueba el codigo"
).split(",");

/** Sentence patterns: <thing>, <adjective thing>, <does>, <do>, <opening>, <number>, <name>. */
export const PATTERNS: readonly string[] = [
  "<opening>, <thing> <does> <thing>.",
  "<opening>, <thing> <does> <thing> y <thing> <does> <thing>.",
  "Para <do> <thing> se puede <do> <thing> con <thing>.",
  "<opening>, <thing> se llama <name> y <does> <thing> (vease la figura <number>).",
  "Que pasa si <thing> <does> <thing>? Que <thing> no <does> <thing>.",
  "Con un valor de <number>, <thing> <does> un <number>% de <thing>; con <number>, <thing>.",
  "Hay <number> razones para <do> <thing>: <thing>, <thing> y <thing>.",
  "El codigo '<name>' sirve para <do> <thing> [<number>].",
];

/** Lines of code; study 003's corpus holds some. */
export const CODE: readonly string[] = [
  "<name> = <name>.<name>(<number>, <name>='<name>')",
  "<name>.add(<name>(<number>, input_shape=(<number>, <number>)))",
  "for i in range(<number>): <name>[i] = <name>[i - <number>] * 0.<number>",
  "print(<name>.shape)  # (<number>, <number>)",
  "______________________________________________",
  "<name> (<name>)          (None, <number>)          <number>",
];

/** The characters of the real book that are left over: those of broken encodings too, which a vocabulary must bear. */
export const SIGNS = "Signos: !\"#%'()*+,-./:;<=>?@[]_ \u00ad\u00ff\u0160\u2021\u2026 BFGHJKOQVWXY kw.";
