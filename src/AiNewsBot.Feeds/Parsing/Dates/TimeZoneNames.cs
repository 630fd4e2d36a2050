using System.Collections.Frozen;
using System.Globalization;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Time zones by the short names that dates give them, in hours from UTC.</summary>
internal static class TimeZoneNames
{
    // What feeds mean by them that do not say where they are written: of two places with one name the one with more feeds.
    private static readonly FrozenDictionary<string, double> Usual = Read(
        """
        Z 0 UT 0 UTC 0 GMT 0 WET 0 WEST 1 BST 1 CET 1 MET 1 MEZ 1 WAT 1 CEST 2 MEST 2 MESZ 2 EET 2 CAT 2 SAST 2 EEST 3 EAT 3 MSK 3 TRT 3
        IDT 3 IRST 3.5 MSD 4 GST 4 AZT 4 AFT 4.5 PKT 5 UZT 5 YEKT 5 IST 5.5 NPT 5.75 OMST 6 MMT 6.5 ICT 7 WIB 7 KRAT 7 HKT 8 SGT 8 MYT 8
        PHT 8 WITA 8 AWST 8 JST 9 KST 9 WIT 9 ACST 9.5 AEST 10 ChST 10 VLAT 10 ACDT 10.5 AEDT 11 NZST 12 NZDT 13 NDT -2.5 NST -3.5 BRT -3
        ART -3 UYT -3 CLST -3 ADT -3 AST -4 AT -4 EDT -4 CLT -4 VET -4 BOT -4 EST -5 ET -5 CDT -5 COT -5 PET -5 CST -6 CT -6 MDT -6 MST -7
        MT -7 PDT -7 PST -8 PT -8 AKDT -8 AKST -9 HST -10 SST -11
        """
    );

    // What they mean elsewhere, by region or, where a feed names none, by a language that is at home in it.
    private static readonly FrozenDictionary<string, FrozenDictionary<string, double>> Local = new Dictionary<string, string>
    {
        ["CN TW zh"] = "CST 8 CDT 9",
        ["CU"] = "CST -5 CDT -4",
        ["IL he iw"] = "IST 2",
        ["IE ga"] = "IST 1",
        ["BD bn"] = "BST 6",
        ["AM hy"] = "AMT 4 AMST 5",
        ["BR"] = "AMT -4 AMST -3 ACT -5",
        ["SA QA KW BH IQ YE ar"] = "AST 3 ADT 4",
        ["PH fil tl"] = "PST 8",
        ["SG"] = "SST 8 SGT 8",
        ["MY"] = "MST 8",
        ["MM my"] = "MST 6.5",
        ["AU"] = "EST 10 EDT 11 CST 9.5 CDT 10.5 WST 8",
        ["GE ka"] = "GST 4 GET 4",
        ["WS"] = "WST 13",
        ["LK si"] = "SLST 5.5",
    }
        .SelectMany(places => places.Key.Split(' ').Select(place => KeyValuePair.Create(place, Read(places.Value))))
        .ToFrozenDictionary();

    /// <summary>What a name means; null where it is not known.</summary>
    /// <param name="locale">Of the feed; null where it names none.</param>
    public static TimeSpan? Find(string name, FeedLocale? locale) =>
        locale is not null && Local.TryGetValue(locale.Region ?? locale.Language, out var local) && local.TryGetValue(name, out var hours)
            ? TimeSpan.FromHours(hours)
        : Usual.TryGetValue(name, out hours) ? TimeSpan.FromHours(hours)
        : null;

    private static FrozenDictionary<string, double> Read(string pairs) =>
        pairs
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Chunk(2)
            .ToFrozenDictionary(
                pair => pair[0],
                pair => double.Parse(pair[1], CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase
            );
}
