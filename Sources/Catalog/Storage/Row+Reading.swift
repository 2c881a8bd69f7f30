import GRDB

extension GRDB.Row {
  /// The value in a column; throws where the file holds something that it cannot be.
  ///
  /// It hides GRDB's own, which ends the process then: a page that was garbled may hold anything.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    get throws { try decode(Value.self, atIndex: index) }
  }
}
