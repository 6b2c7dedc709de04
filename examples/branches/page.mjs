// Prints what the statements of a file of SQL give, a row a line: node page.mjs page.sql
import { createRequire } from "node:module";
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Where `npm install -g` puts packages is not where node looks for them.
function duckdb() {
  const require = createRequire(import.meta.url);
  try {
    return require("@duckdb/node-api");
  } catch {
    const all = execSync("npm root -g", { encoding: "utf8" }).trim();
    return require(`${all}/@duckdb/node-api`);
  }
}

process.stdout.on("error", () => process.exit());   // whoever read has gone, as `head` does

const { DuckDBInstance } = duckdb();
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const statements = await connection.extractStatements(readFileSync(process.argv[2], "utf8"));
for (let number = 0; number < statements.count; number++) {
  const result = await (await statements.prepare(number)).run();
  for (const row of await result.getRows()) {
    if (result.columnNames()[0] === "line") console.log(row[0]);
  }
}
