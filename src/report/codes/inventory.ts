import { defineCodes } from "./doc.js";

/** Codes of inventories: files and lists of many machines. */
export const inventoryCodes = defineCodes({
  INVENTORY_FILE: {
    title: "The inventory is a file that can be read",
    explanation:
      "A table (.csv) or a list (.json) in UTF-8, beside the program or at an absolute path. Spreadsheets save other encodings by default, in which a letter outside of ASCII is another letter on the next computer.",
  },
  INVENTORY_EMPTY: {
    title: "An inventory holds machines",
    explanation:
      "A file that was cut off, or a query that found nothing, looks like a rack whose machines are all gone, and the next update would remove the files of every one.",
  },
  INVENTORY_SYNTAX: {
    title: "A file keeps to the rules of its kind",
    explanation:
      "In a table (RFC 4180) quotes go around a whole cell, and one inside is written twice; from a cell that breaks the rule on, nobody can tell where cells begin and end, so what is below is not read. JSON is read as its standard says.",
  },
  INVENTORY_NAME_UNKNOWN: {
    title: "A column or key has a name that inventories know",
    explanation:
      "What stands in it would be passed over in silence; a mistyped name is the usual reason.",
  },
  INVENTORY_COLUMN_DUPLICATE: {
    title: "A column is there once",
    explanation: "With two columns of one name, which of them counts could only be guessed.",
  },
  INVENTORY_COLUMN_MISSING: {
    title: "The columns that every machine needs are there",
    explanation:
      "Name, addresses of the cards, architecture, processors and memory have no default that would be right for every machine.",
  },
  INVENTORY_CELL_STRAY: {
    title: "A row has no more cells than the table has columns",
    explanation:
      "The usual reason is a comma inside a cell without quotes, and then the cells to the right of it are all in wrong columns. Nothing else is said of such a row.",
  },
  INVENTORY_VALUE: {
    title: "A value is of the kind that its name says",
    explanation:
      "Numbers are decimal, with a point and without a unit; yes and no may be written true and false; lists have spaces between their items in a table, and brackets in JSON.",
  },
  INVENTORY_VALUE_MISSING: {
    title: "Every machine says what has no default",
    explanation:
      "Name, addresses of the cards, architecture, processors and memory have no default that would be right for every machine. A VLAN has a number.",
  },
  INVENTORY_CREDENTIALS: {
    title: "An inventory holds no credentials",
    explanation:
      "Inventories are mailed, printed and kept in version control. Management controllers can turn machines off and boot them from anything, so what opens them is kept among Pulumi's secrets, and the inventory says by name which one a machine has.",
  },
  INVENTORY_REFERENCE: {
    title: "What is referred to by name is there",
    explanation:
      "Rows name roles and credentials of the program, and the program names machines of the inventory. A name that finds nothing would leave out what somebody meant to be there.",
  },
  INVENTORY_BMC_DUPLICATE: {
    title: "A BMC switches one machine",
    explanation:
      "With one address in two rows, provisioning one machine would switch off the other, which runs.",
  },
  INVENTORY_RACK_UNIT: {
    title: "A unit of a rack holds one machine",
    explanation:
      "Nothing is made from the place, but who goes to the rack with the drawing finds another machine where this one should be.",
  },
});
