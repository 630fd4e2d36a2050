namespace AiNewsBot.Feeds;

/// <summary>Reasons in English, a sentence each.</summary>
internal static class FeedFaultText
{
    public static string Create(FeedFault fault) =>
        OfStatus(fault) ?? OfConnection(fault) ?? OfAnswer(fault) ?? OfRedirect(fault) ?? OfPage(fault) ?? OfDocument(fault);

    /// <summary>What is wrong with an address, as in "it is … ".</summary>
    public static string Describe(FeedAddressFault fault) =>
        fault switch
        {
            FeedAddressFault.OtherScheme => "is neither http nor https",
            FeedAddressFault.Credentials => "has a user name or password in it, which others would see",
            FeedAddressFault.NoServer => "names no server",
            FeedAddressFault.TooLong => $"is longer than {FeedLimits.Address} characters",
            _ => "is no web address",
        };

    /// <summary>What a reserved address is, as in "is … ".</summary>
    public static string Describe(ReservedRangeKind kind) =>
        kind switch
        {
            ReservedRangeKind.ThisNetwork => "of this network itself",
            ReservedRangeKind.Private => "private",
            ReservedRangeKind.Shared => "shared by a provider's customers",
            ReservedRangeKind.ThisMachine => "this machine",
            ReservedRangeKind.LinkLocal => "link-local",
            ReservedRangeKind.Protocols => "for protocols",
            ReservedRangeKind.Documentation => "for documentation",
            ReservedRangeKind.NameSink => "a sink for names",
            ReservedRangeKind.MulticastTunnels => "for multicast tunnels",
            ReservedRangeKind.WithdrawnRelay => "a withdrawn relay",
            ReservedRangeKind.Benchmarks => "for benchmarks",
            ReservedRangeKind.Multicast => "multicast",
            ReservedRangeKind.Reserved => "reserved",
            ReservedRangeKind.CloudService => "a cloud's own service",
            ReservedRangeKind.TeredoTunnel => "a tunnel (Teredo)",
            ReservedRangeKind.SixToFourTunnel => "a tunnel (6to4)",
            ReservedRangeKind.PrivateTranslation => "a private translation to IPv4",
            _ => "not public",
        };

    private static string? OfStatus(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.PageMissing => $"{fault.First} has no such page (404).",
            FeedFaultCode.GoneForGood => $"{fault.First} says that the feed is gone for good (410).",
            FeedFaultCode.LoginRequired => $"{fault.First} requires a login (401).",
            FeedFaultCode.PaymentRequired => $"{fault.First} requires payment (402).",
            FeedFaultCode.Forbidden => $"{fault.First} refuses the bot (403).",
            FeedFaultCode.RateLimited => $"{fault.First} limits the rate of requests (429).",
            FeedFaultCode.NoContent => $"{fault.First} answered without content (204).",
            FeedFaultCode.NothingChanged => $"{fault.First} says that nothing has changed (304) though nothing was read before.",
            FeedFaultCode.ServerError => $"{fault.First} failed with a server error ({fault.Second}).",
            FeedFaultCode.UnexpectedStatus => $"{fault.First} answered with the unexpected status {fault.Second}.",
            _ => null,
        };

    private static string? OfConnection(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.InsecureConnection =>
                $"No secure connection to {fault.First} could be made: its certificate or its encryption is not valid.",
            FeedFaultCode.ConnectionCut => $"{fault.First} cut the connection before its answer was complete.",
            FeedFaultCode.EndlessHeaders => $"{fault.First} sends endless headers.",
            FeedFaultCode.NotHttp => $"{fault.First} does not speak HTTP.",
            FeedFaultCode.ConnectTimeout => $"{fault.First} did not take a connection in time.",
            FeedFaultCode.ConnectionBroken => $"The connection to {fault.First} broke.",
            FeedFaultCode.ConnectionRefused => $"{fault.First} refuses connections on port {fault.Second}.",
            FeedFaultCode.NoConnection => $"No connection to {fault.First} on port {fault.Second} could be made.",
            FeedFaultCode.NameUnresolved => $"There is no server called {fault.First}, or its name could not be looked up.",
            FeedFaultCode.ServerMissing => $"There is no server called {fault.First}.",
            FeedFaultCode.AddressNotPublic =>
                $"{fault.First} leads to an address that is {Describe(Enum.Parse<ReservedRangeKind>(fault.Second))}; "
                    + "feeds are read from public addresses only.",
            _ => null,
        };

    private static string? OfAnswer(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.AnswerTimeout => $"{fault.First} did not answer within {fault.Second}.",
            FeedFaultCode.BodyTimeout => $"{fault.First} did not send its feed within {fault.Second}.",
            FeedFaultCode.AnswerTooLarge => $"The answer is larger than {fault.First}.",
            FeedFaultCode.FeedTooLarge => $"The feed is larger than {fault.First}.",
            FeedFaultCode.AnswerCutShort => "The answer was cut short.",
            FeedFaultCode.NotDecompressible => "The response cannot be decompressed.",
            FeedFaultCode.CompressedRepeatedly => "The response is compressed repeatedly.",
            FeedFaultCode.UnknownCompression => "The server uses a content encoding that was not requested.",
            _ => null,
        };

    private static string? OfRedirect(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.RedirectWithoutTarget => $"{fault.First} redirects without saying where to.",
            FeedFaultCode.RedirectUnusable =>
                $"{fault.First} redirects to an address that {Describe(Enum.Parse<FeedAddressFault>(fault.Second))}.",
            FeedFaultCode.RedirectInsecure => $"{fault.First} redirects from https to {fault.Second}, which is not encrypted; "
                + "add that address itself if it is meant.",
            FeedFaultCode.RedirectLoop => $"Redirect loop: {fault.First}.",
            FeedFaultCode.RedirectsTooMany => $"{fault.First} redirects more than {fault.Second} times.",
            _ => null,
        };

    private static string? OfPage(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.PageNamesNone => $"{fault.First} sends a page there that is no feed and names none.",
            FeedFaultCode.PageNamesNoneAnywhere =>
                $"{fault.First} sends a page there that is no feed and names none, and the usual places have none either.",
            FeedFaultCode.PageNamesUnreadable => $"{fault.First} sends a page there that is no feed and names only such as cannot be read.",
            FeedFaultCode.PageNamesUnreadableAnywhere => $"{fault.First} sends a page there that is no feed and names only such as "
                + "cannot be read, and the usual places have none either.",
            FeedFaultCode.HubNoList => $"{fault.First} sent no list of models or papers.",
            FeedFaultCode.HubNoJson => $"{fault.First} sent no JSON that can be read.",
            FeedFaultCode.OwnFault => "The bot failed to process the feed; see its log.",
            _ => null,
        };

    private static string OfDocument(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.DocumentTooLarge => $"It is larger than {fault.First}.",
            FeedFaultCode.DocumentEmpty => "There is nothing in it.",
            FeedFaultCode.NestedTooDeep => $"Its elements are nested more than {fault.First} deep.",
            FeedFaultCode.EntriesTooMany => $"It has more than {fault.First} entries.",
            FeedFaultCode.JsonBroken => $"This is JSON that cannot be read: it goes wrong or breaks off in line {fault.First}.",
            FeedFaultCode.JsonWithoutVersion => "This is JSON, but no JSON Feed: it does not name the version of one.",
            FeedFaultCode.NoMarkup => "This is no feed: it has no markup in it.",
            FeedFaultCode.ListOfFeeds => "This is a list of feeds (OPML), and no feed itself.",
            FeedFaultCode.SiteMap => "This is the map of a site (a sitemap), and no feed.",
            FeedFaultCode.ChannelFormat => "This is a channel in Microsoft's CDF, or RSS without its first element, and neither is read.",
            FeedFaultCode.OtherRdf => "This is RDF without a channel or items, and no feed.",
            FeedFaultCode.WebPage => "This is a web page (HTML), and no feed.",
            FeedFaultCode.OtherXml => $"This is an XML document that begins with '{fault.First}', and no feed.",
            FeedFaultCode.ListNotXml => $"It is no XML: it goes wrong in line {fault.First}.",
            FeedFaultCode.ListTooDeep => $"Its folders are within each other more than {fault.First} times.",
            FeedFaultCode.ListOtherXml => $"It is XML, but no OPML: it begins with <{fault.First}>.",
            FeedFaultCode.ListTooLong => $"It has more than {fault.First} feeds.",
            _ => fault.First,
        };
}
