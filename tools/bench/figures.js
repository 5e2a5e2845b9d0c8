"use strict";

/** @param {readonly number[]} values at least one */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/**
 * A number with three digits that count, or all of them when there are more before the point.
 *
 * @param {number} value
 */
function digits(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * The power with which costs grow: 1 where twice as much costs twice as much.
 *
 * @param {{ size: number, cost: number }} from
 * @param {{ size: number, cost: number }} to
 */
function exponent(from, to) {
  return Math.log(to.cost / from.cost) / Math.log(to.size / from.size);
}

/** @param {number} count */
function runs(count) {
  return count === 1 ? "1 run" : `${count} runs`;
}

module.exports = { digits, exponent, median, runs };
