using System.Text.RegularExpressions;

namespace AiNewsBot.News.Configuration;

/// <summary>A feed that the operator sets.</summary>
internal sealed partial class NewsFeedSettings
{
    public string? Url { get; set; }

    /// <summary>A subject that all of its stories are about.</summary>
    public string? About { get; set; }

    /// <summary>Whether its pictures are shown.</summary>
    public bool Pictures { get; set; } = true;

    /// <summary>Whether its pictures are only for channels that are age-restricted.</summary>
    public bool AgeRestricted { get; set; }

    /// <summary>Whether posts show the title and link of its stories alone.</summary>
    public bool TitleAlone { get; set; }

    /// <summary>The name of a header that is sent to it, where it is private.</summary>
    public string HeaderName { get; set; } = "Authorization";

    /// <summary>That header's value; none where it is public. Never logged.</summary>
    public string? HeaderValue { get; set; }

    /// <summary>What is wrong with it beside its address: the key's last word, and why.</summary>
    internal IEnumerable<(string Key, string Fault)> Validate()
    {
        if (!Header().IsMatch(HeaderName) || HeaderName.Equals("Host", StringComparison.OrdinalIgnoreCase))
            yield return (nameof(HeaderName), "must be the name of a header, such as Authorization");
        if (HeaderValue is not null && HeaderValue.Any(char.IsControl))
            yield return (nameof(HeaderValue), "must be the header's value on one line, such as a token");
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex Header();
}
