/// Parameters of an address that tell a site where a reader came from, and change nothing of what it shows.
enum TrackingParameter {
  /// Those of whole families: Google, Matomo, Piwik, AdWords' of HubSpot.
  private static let prefixes = ["utm_", "mtm_", "pk_", "hsa_", "guce_", "__hs", "_hs"]

  private static let names: Set<String> = [
    // Advertising and mail.
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
    "mc_cid", "mc_eid", "mkt_tok", "hsctatracking", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "wickedid",
    "s_kwcid", "_openstat", "ml_subscriber", "ml_subscriber_hash", "srsltid", "_ga", "_gl", "trk", "trkcampaign",
    // Sharing.
    "igshid", "igsh", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "ref_src", "ref_url",
    // Publishers.
    "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4", "ns_mchannel", "ns_source",
    "ns_campaign", "ns_linkname", "ns_fee", "xtor", "cmp", "cmpid", "cmp_id", "ito", "ftag", "ncid", "mbid", "smid",
    "smtyp", "guccounter", "wt.mc_id", "wt_mc",
    // Caches of AMP pages.
    "amp_js_v", "amp_gsa", "amp_kit", "usqp",
  ]

  /// Names that mean something elsewhere, with what a feed's links say in them.
  private static let ofFeeds: Set<String> = ["source", "src", "partner", "emc", "from", "ref"]

  /// Whether `name=value` is such a one.
  static func isMeant(by parameter: String) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    if prefixes.contains(where: name.hasPrefix) || names.contains(name) { return true }
    guard ofFeeds.contains(name) else { return false }
    let value = parameter.dropFirst(name.utf8.count + 1).lowercased()
    return value == "rss" || value == "feed" || value.hasPrefix("rss-")
  }
}
