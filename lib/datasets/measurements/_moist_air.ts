/** What is known of the air: °C, °C below it where dew forms, mbar. */
export interface Air {
  temperature: number;
  depression: number;
  pressure: number;
}

/** The station's names of what `moistAir` gives. */
const AIR = [
  ...[
    "p (mbar)",
    "T (degC)",
    "Tpot (K)",
    "Tdew (degC)",
    "rh (%)",
    "VPmax (mbar)",
    "VPact (mbar)",
    "VPdef (mbar)",
  ],
  ...["sh (g/kg)", "H2OC (mmol/mol)", "rho (g/m**3)"],
];

/** The 14 measurements of the classic file; later files have more. */
export const MEASUREMENTS = [...AIR, "wv (m/s)", "max. wv (m/s)", "wd (deg)"];

/** The station's derived quantities in the order of `AIR`: Magnus's formula for the vapour pressure, the gas law for the density. */
export function moistAir({ temperature, depression, pressure }: Air): number[] {
  const dew = temperature - depression, most = vapour(temperature), actual = vapour(dew);
  const dry = pressure - 0.378 * actual, kelvin = temperature + 273.15;
  return [
    ...[pressure, temperature, kelvin * (1000 / pressure) ** 0.286, dew, 100 * actual / most],
    ...[
      most,
      actual,
      most - actual,
      622 * actual / dry,
      1000 * actual / pressure,
      1e5 * dry / (287.05 * kelvin),
    ],
  ];
}

/** Saturation vapour pressure in mbar over water of so many °C. */
function vapour(temperature: number): number {
  return 6.1078 * Math.exp(17.08085 * temperature / (234.175 + temperature));
}
