import { randomBytes } from "node:crypto";

interface Inputs {
  generation: number;
}

/** Makes a token that nobody can guess; another one for another generation. */
export const tokenProvider = {
  async diff(_id: string, state: Inputs, { generation }: Inputs) {
    const changes = state.generation !== generation;
    return { changes, replaces: changes ? ["generation"] : [], deleteBeforeReplace: false };
  },

  async create({ generation }: Inputs) {
    const token = randomBytes(32).toString("base64url");
    return { id: `generation-${generation}`, outs: { generation, token } };
  },
};
