# Untried: written for Homebrew on macOS and Linux, and run on neither. See docs/releasing.md.
# The addresses are those of the repository once it is published.
class Courant < Formula
  desc "News reader for the terminal: cited briefings, feeds, pages and newsletters"
  homepage "https://example.org/courant"
  url "https://example.org/courant/archive/1.0.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"

  depends_on xcode: ["16.3", :build]
  depends_on macos: :sequoia
  uses_from_macos "swift" => :build
  uses_from_macos "curl"
  uses_from_macos "ncurses"
  uses_from_macos "sqlite"

  def install
    # Homebrew keeps the network and the outside of its sandbox from a build; SwiftPM has one of its own.
    system "swift", "build", "-c", "release", "--disable-sandbox", "--product", "courant"
    system "scripts/install", ".build/release/courant", "", prefix
  end

  test do
    (testpath/"story.txt").write "A long day\n\n- It was long.\n\nThe day went on. (port.example)\n"
    assert_match "A long day", shell_output("#{bin}/courant list --in story.txt")
    assert_match version.to_s, shell_output("#{bin}/courant --version")
  end
end
