/** Checks places of clips among so many. */
export function checkPlaces(places: ArrayLike<number>, count: number): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (Number.isInteger(place) && place >= 0 && place < count) continue;
    throw new RangeError(`Cannot read clips as among ${count}, from 0: ${place}`);
  }
}
