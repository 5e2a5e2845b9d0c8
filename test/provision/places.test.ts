import { Places } from "../../src/provision/index.js";

const { signal } = new AbortController();

it("no more machines are away than may be, and the next goes when one is back", async () => {
  const places = new Places(2);
  const [a, b] = [await places.take("a", signal), await places.take("b", signal)];
  let third = false;
  const c = places.take("c", signal).then((place) => {
    third = true;
    return place;
  });
  expect(places.full).toBe(true);
  await new Promise(setImmediate);
  expect(third).toBe(false);
  b.free();
  (await c).free();
  a.free();
  expect(places.full).toBe(false);
});

it("when one does not come back, those that wait are left alone and hear why", async () => {
  const places = new Places(1);
  const a = await places.take("node-a", signal);
  const waiting = [places.take("node-b", signal), places.take("node-c", signal)];
  a.lose();
  for (const each of [...waiting, places.take("node-d", signal)]) {
    await expect(each).rejects.toThrow(/PROVISION_HELD(.|\n)*node-a did not come back/);
  }
});

it("with places left, one that does not come back holds up nobody", async () => {
  const places = new Places(2);
  (await places.take("a", signal)).lose();
  const b = await places.take("b", signal);
  b.free();
  await expect(places.take("c", signal)).resolves.toBeDefined();
});

it("an interruption ends the wait", async () => {
  const places = new Places(1);
  await places.take("a", signal);
  const stop = new AbortController();
  const waiting = places.take("b", stop.signal);
  stop.abort(new Error("interrupted"));
  await expect(waiting).rejects.toThrow("interrupted");
});
