"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const { SetUpFailure, reason } = require("./failure.js");

/** A lock whose holder has not said for so long that it lives is free. */
const LOCK_LIFE = 15_000;
/** A half-made entry of this age was left behind by a set-up that was killed. */
const LEFTOVER_AGE = 24 * 60 * 60 * 1000;

/**
 * The folder for what every clone needs, outside all of them.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFolder(env = process.env) {
  const parent = env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
  return path.resolve(env.FLATCAR_CACHE || path.join(parent, "pulumi-flatcar"));
}

/**
 * A short name for contents: equal parts give an equal name.
 *
 * @param {readonly (string | Buffer)[]} parts
 */
function digest(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 16);
}

/**
 * A cache of folders. An entry is there completely or not at all: it is made elsewhere and moved into place.
 */
class Cache {
  /** @param {string} folder */
  constructor(folder = cacheFolder()) {
    this.folder = folder;
    this.work = path.join(folder, "work");
    this.locks = path.join(folder, "locks");
    try {
      fs.mkdirSync(this.work, { recursive: true });
      fs.mkdirSync(this.locks, { recursive: true });
      fs.accessSync(this.work, fs.constants.W_OK);
    } catch (error) {
      throw new SetUpFailure(
        `The cache folder ${folder} cannot be written (${reason(error)}). Set FLATCAR_CACHE to a folder that can.`,
      );
    }
    this.removeLeftovers();
  }

  /**
   * @param {string} name such as `engine/go-0123`
   */
  path(name) {
    return path.join(this.folder, name);
  }

  /**
   * The folder of an entry if it was made before.
   *
   * @param {string} name
   */
  find(name) {
    const folder = this.path(name);
    return fs.existsSync(folder) ? folder : undefined;
  }

  /**
   * The folder of an entry, made now if it is not there. Of several set-ups that need it, one makes it.
   *
   * @param {string} name
   * @param {(folder: string) => Promise<void>} make fills an empty folder; the folder is moved afterwards, so nothing in
   *   it may hold its own path
   * @param {(text: string) => void} [say] told when another process is being waited for
   */
  async entry(name, make, say) {
    const folder = this.path(name);
    if (fs.existsSync(folder)) return folder;
    return this.locked(
      name,
      () =>
        this.inWorkFolder(async (work) => {
          if (fs.existsSync(folder)) return folder;
          await make(work);
          fs.chmodSync(work, 0o755);
          fs.mkdirSync(path.dirname(folder), { recursive: true });
          try {
            fs.renameSync(work, folder);
          } catch (error) {
            // Where a lock was lost, another set-up was faster; its entry is the same.
            if (!fs.existsSync(folder)) throw error;
          }
          return folder;
        }),
      say,
    );
  }

  /**
   * Gives work an empty folder that is gone afterwards, however the work ends.
   *
   * @template T
   * @param {(folder: string) => Promise<T>} work
   */
  async inWorkFolder(work) {
    const folder = fs.mkdtempSync(path.join(this.work, `${process.pid}-`));
    const remove = () => fs.rmSync(folder, { recursive: true, force: true });
    process.once("exit", remove);
    try {
      return await work(folder);
    } finally {
      process.removeListener("exit", remove);
      remove();
    }
  }

  /**
   * Runs work while no other process runs work under the same name.
   *
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} work
   * @param {(text: string) => void} [say]
   */
  async locked(name, work, say = () => {}) {
    const file = path.join(this.locks, digest([name]));
    if (!takeLock(file)) {
      say("waiting for another one that is at work");
      do await sleep(250);
      while (!takeLock(file));
    }
    const alive = setInterval(() => touch(file), LOCK_LIFE / 5).unref();
    const release = () => fs.rmSync(file, { force: true });
    process.once("exit", release);
    try {
      return await work();
    } finally {
      clearInterval(alive);
      process.removeListener("exit", release);
      release();
    }
  }

  removeLeftovers() {
    for (const name of fs.readdirSync(this.work)) {
      const folder = path.join(this.work, name);
      if (age(folder) > LEFTOVER_AGE) fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} file
 */
function takeLock(file) {
  // A holder that was killed cannot give its lock back.
  if (age(file) > LOCK_LIFE) fs.rmSync(file, { force: true });
  try {
    fs.closeSync(fs.openSync(file, "wx"));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function age(file) {
  const status = fs.statSync(file, { throwIfNoEntry: false });
  return status === undefined ? 0 : Date.now() - status.mtimeMs;
}

/** @param {string} file */
function touch(file) {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // Removed by hand: the work goes on, unguarded.
  }
}

module.exports = { Cache, cacheFolder, digest };
