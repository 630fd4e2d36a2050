using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.Facts.Model;

/// <summary>One thing that a licence asks or forbids.</summary>
/// <param name="Kind">Its slug, one of <see cref="Kinds"/>.</param>
/// <param name="Text">What it says, in our words.</param>
/// <param name="Statement">The claim behind it.</param>
public sealed record Condition(string Kind, string Text, Statement Statement)
{
    /// <summary>What a condition asks for by which users must register, or ask, first.</summary>
    public const string Registration = "registration";

    /// <summary>What a condition asks for by which users must pay.</summary>
    public const string Royalty = "royalty";

    private static readonly ImmutableHashSet<string> Binding =
    [
        "user-cap",
        "revenue-cap",
        "field-of-use",
        "territory",
        "no-training",
        "naming",
        "hosting",
        "non-commercial",
    ];

    /// <summary>The kinds of conditions that a licence may have.</summary>
    public static ImmutableHashSet<string> Kinds { get; } =
        Binding.Union(["attribution", "notice", "share-alike", "pass-on", "patent", "request"]);

    /// <summary>Whether it bars those who have more users or earn more than its limit, rather than asking something of them.</summary>
    public bool IsCap => Kind is "user-cap" or "revenue-cap";

    /// <summary>Whether what is built on the work must be passed on under the same terms.</summary>
    public bool IsCopyleft => Kind == "share-alike";

    /// <summary>Whether it restricts use, rather than asking for credit, notices or the same terms.</summary>
    public bool Restricts => Binding.Contains(Kind);

    /// <summary>The number of users or the revenue above which it binds; null where it has none.</summary>
    public long? Limit { get; } =
        long.TryParse(Statement.Qualifier("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    /// <summary>What it asks for that its kind does not tell; null for nothing.</summary>
    public string? Asks => Statement.Qualifier(Qualifiers.Asks);

    internal static Condition From(Statement statement) => new(statement.Value, statement.Qualifier("text") ?? statement.Value, statement);
}
