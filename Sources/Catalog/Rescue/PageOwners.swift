/// Which table or index each page belongs to, as far as the list of tables and the trees below it can be read.
///
/// A page that two trees claim, or none, belongs to nobody: what stands in it is told apart by its looks.
struct PageOwners {
  enum Owner: Hashable {
    case table(String)
    case index(String)
  }

  private(set) var columns: [String: TableColumns] = [:]
  private var owners: [Int: Owner] = [:]
  private var contested: Set<Int> = []

  init(of file: PageFile) {
    var listed: Set<Int> = []
    var leaves: [Int] = []
    Self.forEachPage(from: 1, in: file) { page, isLeaf in
      guard listed.insert(page).inserted else { return false }
      if isLeaf { leaves.append(page) }
      return true
    }
    for leaf in leaves { for cell in file.cells(in: leaf) { record(cell, in: file) } }
  }

  /// Whose a page is.
  subscript(page: Int) -> Owner? {
    contested.contains(page) ? nil : owners[page]
  }

  /// A row of the list: type, name, table, root, words.
  private mutating func record(_ cell: Cell, in file: PageFile) {
    guard cell.rowid != nil, cell.values.count == 5, case .text(let type) = cell.values[0],
      case .text(let name) = cell.values[1], case .number(let number) = cell.values[3],
      let root = Int(exactly: number), root > 1
    else { return }
    if type == "table" {
      guard case .text(let sql) = cell.values[4], let columns = TableColumns(sql: sql) else { return }
      self.columns[name] = columns
      claim(from: root, for: .table(name), in: file)
    } else if type == "index" {
      claim(from: root, for: .index(name), in: file)
    }
  }

  private mutating func claim(from root: Int, for owner: Owner, in file: PageFile) {
    var pages: Set<Int> = []
    Self.forEachPage(from: root, in: file) { page, _ in pages.insert(page).inserted }
    for page in pages {
      if page == 1 || owners.updateValue(owner, forKey: page) != nil { contested.insert(page) }
    }
  }

  /// Goes through a tree; `visit` says whether a page is new.
  private static func forEachPage(from root: Int, in file: PageFile, _ visit: (_ page: Int, _ isLeaf: Bool) -> Bool) {
    var waiting = [root]
    while let page = waiting.popLast() {
      let children = file.children(of: page)
      guard visit(page, children.isEmpty) else { continue }
      waiting += children
    }
  }
}

extension PageFile {
  /// The pages below one in its tree; none below a leaf.
  fileprivate func children(of number: Int) -> [Int] {
    guard let page = page(number) else { return [] }
    let head = number == 1 ? 100 : 0
    guard page[head] == 0x05 || page[head] == 0x02 else { return [] }
    let count = min(Int(page[head + 3]) << 8 | Int(page[head + 4]), (Self.pageSize - head - 12) / 2)
    var children = (0..<count).compactMap { index -> Int? in
      let pointer = head + 12 + 2 * index
      let place = Int(page[pointer]) << 8 | Int(page[pointer + 1])
      return place + 4 <= page.count ? RawBytes.number(page, at: place) : nil
    }
    children.append(RawBytes.number(page, at: head + 8))
    return children.filter { (1...self.count).contains($0) && $0 != number }
  }
}
