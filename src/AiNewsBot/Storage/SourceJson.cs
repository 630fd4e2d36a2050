using AiNewsBot.Facts;

namespace AiNewsBot.Storage;

/// <summary>A source as it stands in a statement's row.</summary>
public sealed record SourceJson(string Url, string Title, string Publisher, string Kind, string? Locator, string? Published)
{
    public static SourceJson Of(Source source) =>
        new(source.Url, source.Title, source.Publisher, source.Kind.ToString(), source.Locator, source.Published?.Text);

    public Source ToSource() =>
        new(Url, Title, Publisher, Enum.Parse<SourceKind>(Kind), Locator, Published is null ? null : FactDate.Parse(Published));
}
