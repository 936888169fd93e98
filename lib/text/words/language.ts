/** The languages whose words the libraries under this room know: English, Spanish, French. */
export type TextLanguage = "en" | "es" | "fr";
