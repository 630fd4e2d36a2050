using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A source in a file with all facts.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Kind">How near it is to the fact, in words with hyphens.</param>
/// <param name="Locator">The place in it.</param>
/// <param name="Published">The date it bears.</param>
/// <param name="Archived">The address of a copy.</param>
/// <param name="Dead">The day on which its own address answered no more.</param>
public sealed record ExportedSource(
    string Url,
    string Title,
    string Publisher,
    string Kind,
    string? Locator,
    string? Published,
    string? Archived,
    string? Dead
)
{
    internal static ExportedSource From(Source source) =>
        new(
            source.Url,
            source.Title,
            source.Publisher,
            JsonNamingPolicy.KebabCaseLower.ConvertName(source.Kind.ToString()),
            source.Locator,
            source.Published?.Text,
            source.Archived,
            source.Dead is { } dead ? IsoDay.Format(dead) : null
        );
}
