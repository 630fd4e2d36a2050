using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>
/// Which sources cannot be first-hand, even if their text says so: a copy may have been changed, and what a third party did or lists
/// on a site is not the maker's word.
/// </summary>
internal static partial class MirrorDetector
{
    // Sites that pass the pages of others through, or keep copies of them.
    private static readonly ImmutableArray<string> Mirrors =
    [
        "appglobal.net",
        "arc-codex.com",
        "chatpaper.com",
        "cybercm.tech",
        "emergentmind.com",
        "gokawiil.com",
        "hf-mirror.com",
        "hugflare.com",
        "hugingapi.com",
        "japitoly.serv00.net",
        "keqichen.top",
        "likeai.space",
        "lunar.icu",
        "onlylabs.fyi",
        "pydigger.com",
        "qhduan.com",
        "regaldi.ai",
        "robus.us.kg",
        "rssing.com",
        "skieer.com",
        "vuink.com",
        "workers.dev",
        "xwall.us.kg",
    ];

    /// <summary>Why a source cannot be first-hand; null when nothing speaks against it.</summary>
    public static string? GetError(string url, string title, string publisher)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return null;
        var host = address.IdnHost;
        if (host.EndsWith('.'))
            return $"write '{host.TrimEnd('.')}' without the dot at its end";
        if (
            IsHubInOtherName(host)
            || Mirrors.Any(mirror => host == mirror || host.EndsWith("." + mirror, StringComparison.OrdinalIgnoreCase))
        )
            return $"'{host}' is a mirror, so that this source cannot be first-hand: name the page itself when you have read it "
                + $"there, else write 'secondary'";
        if (
            host is "huggingface.co" or "www.huggingface.co"
            && AccountPage().Match(address.AbsolutePath) is { Success: true } page
            && !IsOf(page.Groups["account"].Value, publisher)
        )
            return $"what the account '{page.Groups["account"].Value}' did or lists is not first-hand of '{publisher}': name the "
                + $"model's own page, else write 'secondary'";
        return NamesItselfCopy(title) ? "the title says that a copy was read, and a copy cannot be first-hand: write 'secondary'" : null;
    }

    /// <summary>Whether a title says that what was read is a copy of the publisher's page.</summary>
    public static bool NamesItselfCopy(string title) => Copy().IsMatch(title);

    // Such as hf.example.org, hf-proxy.example.org and huggingface.example.org.
    private static bool IsHubInOtherName(string host) =>
        HubName().IsMatch(host)
        && host is not ("huggingface.co" or "hf.co" or "huggingface.github.io")
        && !host.EndsWith(".huggingface.co", StringComparison.OrdinalIgnoreCase);

    // "moonshotai" is Moonshot AI's, "thinkingmachines" that of Thinking Machines Lab.
    private static bool IsOf(string account, string publisher)
    {
        var (one, other) = (Letters(account), Letters(publisher));
        return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"(^|[.-])(hf|huggingface)[.-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HubName();

    [GeneratedRegex(@"^/(organizations/)?(?<account>[^/]+)(/?$|/(activity|collections|papers)(/|$))", RegexOptions.CultureInvariant)]
    private static partial Regex AccountPage();

    [GeneratedRegex(
        @"\((a )?(copy|mirror)\b|\bread in a copy\b|\bas (mirrored|reproduced)\b|\bverbatim copy\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Copy();
}
