/**
 * The hub will store and pass on sealed updates that it cannot read. It may import `shared/{base,people,ledger,wire}` and nothing else of the
 * project: what is not there to import cannot read a document.
 */
console.error('The hub is not built yet. Countersign works on one machine without it: npm start')
process.exitCode = 1
