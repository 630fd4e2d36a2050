using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Storage;

/// <summary>Revisions are kept for good and compared by their hashes: their JSON is the same byte for byte in every version.</summary>
public sealed class StatementContentTests
{
    private static readonly Statement Plain = new()
    {
        Id = "1",
        Subject = "grok-1",
        Property = Properties.Licence,
        Value = "Apache-2.0",
        Sources = [],
        VerifiedOn = new DateOnly(2026, 11, 24),
    };

    private static readonly Statement Full = Plain with
    {
        Property = Properties.Promise,
        Value = "to publish “Grok 3” & more",
        ValidFrom = FactDate.Parse("2024-03-11/2024-03-17"),
        ValidTo = FactDate.Parse("2025"),
        Sources =
        [
            new Source("https://x.ai/a?b=1&c=2", "Größe", "xAI", SourceKind.FirstHand, "§ 4", FactDate.Parse("2024-03")),
            new Source("https://news.example/1", "It's out", "News", SourceKind.Secondary)
            {
                Archived = "https://web.archive.org/1",
                Dead = new DateOnly(2026, 1, 2),
            },
        ],
        Note = "As he said",
        Rank = Rank.Preferred,
        Qualifiers = ImmutableSortedDictionary<string, string>.Empty.Add("by", "Elon Musk").Add("due", "2025-02"),
    };

    private const string PlainJson = """
        {"state":"stated","value":"Apache-2.0","sources":[],"verifiedOn":"2026-11-24","rank":"normal","qualifiers":{},
        "isLocked":false}
        """;

    private const string FullJson = """
        {"state":"stated","value":"to publish \u201CGrok 3\u201D \u0026 more","validFrom":"2024-03-11/2024-03-17","validTo":"2025",
        "sources":[{"url":"https://x.ai/a?b=1\u0026c=2","title":"Gr\u00F6\u00DFe","publisher":"xAI","kind":"FirstHand",
        "locator":"\u00A7 4","published":"2024-03"},{"url":"https://news.example/1","title":"It\u0027s out","publisher":"News",
        "kind":"Secondary","archived":"https://web.archive.org/1","dead":"2026-01-02"}],"verifiedOn":"2026-11-24",
        "note":"As he said","rank":"preferred","qualifiers":{"by":"Elon Musk","due":"2025-02"},"isLocked":false}
        """;

    // One line each, as it is kept.
    public static TheoryData<string, string> Contents =>
        new() { { nameof(Plain), PlainJson.ReplaceLineEndings("") }, { nameof(Full), FullJson.ReplaceLineEndings("") } };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Statement_is_kept_in_the_same_bytes_as_ever(string name, string json)
    {
        var statement = name == nameof(Plain) ? Plain : Full;

        var content = StatementContent.From(statement);

        Assert.Equal(json, content.ToJson());
        Assert.Equal(json, ToRow(statement, content).Content.ToJson());
        Assert.Equal(json, StatementContent.Parse(json).ToJson());
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Statement_comes_back_from_its_row_as_it_was(string name, string json)
    {
        var statement = name == nameof(Plain) ? Plain : Full;

        var back = ToRow(statement, StatementContent.From(statement)).ToStatement(new ValueInterner());

        Assert.Equal(json, StatementContent.From(back).ToJson());
        Assert.Equal((statement.Id, statement.Subject, statement.Property), (back.Id, back.Subject, back.Property));
    }

    private static StatementRow ToRow(Statement statement, StatementContent content) =>
        StatementRow.From(statement.Id!, statement.Subject, statement.Property, content);
}
