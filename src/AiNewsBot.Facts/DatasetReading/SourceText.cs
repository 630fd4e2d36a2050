using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A source as text: in a file with all facts, in a statement's row and in a revision.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Kind">How near it is to the fact, in the words of where it is written.</param>
/// <param name="Locator">The place in it.</param>
/// <param name="Published">The date it bears.</param>
/// <param name="Archived">The address of a copy.</param>
/// <param name="Dead">The day on which its own address answered no more.</param>
public sealed record SourceText(
    string Url,
    string Title,
    string Publisher,
    string Kind,
    string? Locator = null,
    string? Published = null,
    string? Archived = null,
    string? Dead = null
)
{
    /// <summary>With its kind as the database writes it.</summary>
    public static SourceText From(Source source) => From(source, source.Kind.ToString());

    /// <summary>The source itself.</summary>
    /// <exception cref="FormatException">A date of it cannot be read.</exception>
    public Source ToSource() =>
        new(
            Url,
            Title,
            Publisher,
            Enum.Parse<SourceKind>(Kind),
            Locator,
            Published is null ? null : FactDate.Parse(Published),
            Archived,
            Dead is null ? null : IsoDay.Parse(Dead)
        );

    internal static SourceText From(Source source, string kind) =>
        new(
            source.Url,
            source.Title,
            source.Publisher,
            kind,
            source.Locator,
            source.Published?.Text,
            source.Archived,
            source.Dead is { } dead ? IsoDay.Format(dead) : null
        );
}
