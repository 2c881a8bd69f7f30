/// Two stories in the form in which apps share them, which share a question and a source.
enum Stories {
  static let port = """
    A port loses three cranes

    - Three cranes leave. - One day is gained.

    The harbour sold its oldest cranes to make room for a longer train. (wire.example.org) ### Why sell them now? They \
    had stood idle since the spring, and idle cranes are paid for by the day. (harbour.example.com) ### Who bought them? \
    A scrap dealer from up the river, who had to bring his own crane. (wire.example.org) ### What is gained? A day. \
    Ships that used to wait for the tide are now turned round before it. (harbour.example.com)
    """

  static let ferry = """
    The ferry that runs on rapeseed

    - A ferry changes its fuel.

    It sails at noon, as it did before. (harbour.example.com) ### Why sell them now? No one knows. (wire.example.org)
    """

  static func write(to folder: TemporaryFolder) throws {
    try folder.write("2026-04-28-port.txt", port)
    try folder.write("2026-04-26-ferry.txt", ferry)
  }
}
