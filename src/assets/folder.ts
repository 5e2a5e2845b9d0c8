import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { inside, isMissing } from "../provider/index.js";
import { refuse } from "./judge.js";
import type { Source } from "./source.js";

/** A folder with the layout of the release server: a disk that was carried into a closed network. */
export function folder(directory: string): Source {
  return {
    placeOf: (path) => inside(directory, path),
    async open(subject, from = 0) {
      const { size } = await stat(subject.place).catch((error) => {
        // Said as a web server says it.
        throw isMissing(error) ? refuse(404, subject) : error;
      });
      return { bytes: createReadStream(subject.place, { start: from }), from, total: size };
    },
  };
}
