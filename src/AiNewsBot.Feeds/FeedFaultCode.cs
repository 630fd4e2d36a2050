namespace AiNewsBot.Feeds;

/// <summary>Why a feed cannot be had or read, and why a list of feeds cannot. Names are stored: they are not changed.</summary>
public enum FeedFaultCode
{
    /// <summary>A sentence alone says it, such as one that an earlier version wrote.</summary>
    Other,

    /// <summary>The program failed to process it.</summary>
    OwnFault,

    /// <summary>The server has no such page (404).</summary>
    PageMissing,

    /// <summary>The server says that it will not come back (410).</summary>
    GoneForGood,

    /// <summary>The server wants a login (401).</summary>
    LoginRequired,

    /// <summary>The server wants to be paid (402).</summary>
    PaymentRequired,

    /// <summary>The server refuses the bot (403).</summary>
    Forbidden,

    /// <summary>The server was asked too often (429).</summary>
    RateLimited,

    /// <summary>The answer has no content (204).</summary>
    NoContent,

    /// <summary>The server says that nothing is new though nothing was read (304).</summary>
    NothingChanged,

    /// <summary>The server failed (500 and above).</summary>
    ServerError,

    /// <summary>Another status.</summary>
    UnexpectedStatus,

    /// <summary>The certificate or the encryption is not valid.</summary>
    InsecureConnection,

    /// <summary>The server ended the connection too soon.</summary>
    ConnectionCut,

    /// <summary>The server's headers do not end.</summary>
    EndlessHeaders,

    /// <summary>The server does not speak HTTP.</summary>
    NotHttp,

    /// <summary>The server did not take a connection in time.</summary>
    ConnectTimeout,

    /// <summary>The connection broke.</summary>
    ConnectionBroken,

    /// <summary>The server refuses connections.</summary>
    ConnectionRefused,

    /// <summary>No connection came about.</summary>
    NoConnection,

    /// <summary>The name of the server could not be looked up.</summary>
    NameUnresolved,

    /// <summary>There is no such server.</summary>
    ServerMissing,

    /// <summary>The name leads to an address that is not public.</summary>
    AddressNotPublic,

    /// <summary>The server did not answer in time.</summary>
    AnswerTimeout,

    /// <summary>The server did not send all of the feed in time.</summary>
    BodyTimeout,

    /// <summary>More is sent than is taken.</summary>
    AnswerTooLarge,

    /// <summary>Decompressed it is larger than is taken.</summary>
    FeedTooLarge,

    /// <summary>The answer was cut short.</summary>
    AnswerCutShort,

    /// <summary>It cannot be decompressed.</summary>
    NotDecompressible,

    /// <summary>It is compressed several times over.</summary>
    CompressedRepeatedly,

    /// <summary>It is compressed in a way that was not asked for.</summary>
    UnknownCompression,

    /// <summary>A redirect names no target.</summary>
    RedirectWithoutTarget,

    /// <summary>A redirect leads to what is no address of a feed.</summary>
    RedirectUnusable,

    /// <summary>A redirect leaves encryption.</summary>
    RedirectInsecure,

    /// <summary>Redirects lead in a circle.</summary>
    RedirectLoop,

    /// <summary>There are too many redirects.</summary>
    RedirectsTooMany,

    /// <summary>The page names no feed.</summary>
    PageNamesNone,

    /// <summary>The page names no feed, and the usual places have none.</summary>
    PageNamesNoneAnywhere,

    /// <summary>The page names feeds that cannot be read.</summary>
    PageNamesUnreadable,

    /// <summary>The page names feeds that cannot be read, and the usual places have none.</summary>
    PageNamesUnreadableAnywhere,

    /// <summary>The document is too large.</summary>
    DocumentTooLarge,

    /// <summary>The document is empty.</summary>
    DocumentEmpty,

    /// <summary>Its elements are nested too deep.</summary>
    NestedTooDeep,

    /// <summary>It has too many entries.</summary>
    EntriesTooMany,

    /// <summary>It is broken JSON.</summary>
    JsonBroken,

    /// <summary>It is JSON, and no JSON Feed.</summary>
    JsonWithoutVersion,

    /// <summary>It has no markup.</summary>
    NoMarkup,

    /// <summary>It is a list of feeds.</summary>
    ListOfFeeds,

    /// <summary>It is the map of a site.</summary>
    SiteMap,

    /// <summary>It is a channel in a format that is not read.</summary>
    ChannelFormat,

    /// <summary>It is RDF of another kind.</summary>
    OtherRdf,

    /// <summary>It is a web page.</summary>
    WebPage,

    /// <summary>It is XML of another kind.</summary>
    OtherXml,

    /// <summary>A list of feeds that is no XML.</summary>
    ListNotXml,

    /// <summary>A list of feeds with too many folders within each other.</summary>
    ListTooDeep,

    /// <summary>A list of feeds that is XML of another kind.</summary>
    ListOtherXml,

    /// <summary>A list with too many feeds.</summary>
    ListTooLong,

    /// <summary>The hub sent no list.</summary>
    HubNoList,

    /// <summary>The hub sent no JSON.</summary>
    HubNoJson,
}
