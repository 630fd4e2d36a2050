using AiNewsBot.Facts.Auditing;

namespace AiNewsBot.Facts.Tests.Auditing;

/// <summary>What counts as a claim of a dataset, and how an auditor gets it on one line.</summary>
public sealed class ClaimWalkTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walk-");

    [Theory]
    [InlineData(
        "family:\n  id: a\n  promises:\n    - {what: open it, by: Me, made: 2024, restated: [2024-02, 2024-03], source: s}",
        "a promises open it | by=Me | made=2024 | restated=['2024-02', '2024-03']  https://s.example/"
    )]
    [InlineData(
        "licences:\n  - id: L\n    conditions: [{kind: user-cap, text: \"Ten   users.\", limit: 10, source: s @ 1.1}]",
        "L conditions | kind=user-cap | text=Ten users. | limit=10  https://s.example/ @ 1.1"
    )]
    [InlineData("licences:\n  - id: L\n    outputs: {commercial: {is: yes, source: s}}", "L outputs/commercial yes  https://s.example/")]
    [InlineData(
        "topics:\n  - id: t\n    says: [{is: It rained., on: 2024, source: [s, ghost]}]",
        "t says It rained. | on=2024  https://s.example/ ; ?ghost"
    )]
    [InlineData("organizations:\n  - id: o\n    country: {is: FR, since: 2020, source: s}", "o country FR 2020 https://s.example/")]
    [InlineData(
        "software:\n  - id: p\n    events: [{what: Out., kind: release, on: 2024, source: bare}]",
        "p events Out. | kind=release | on=2024  ?bare"
    )]
    public void Claim_is_told_with_all_that_it_says(string text, string line)
    {
        Write("x.yaml", "sources:\n  s: {url: \"https://s.example/\"}\n  bare: {title: Bare}\n" + text + "\n");

        var drawn = Assert.Single(ClaimSample.Draw(_folder.FullName, 10, 1).Drawn);

        Assert.Equal(line, $"{drawn.Subject} {drawn.Property} {drawn.Value} {drawn.Since} {drawn.Cited}");
        Assert.Equal("x.yaml", drawn.File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list\n")]
    [InlineData("sources: none\n")]
    [InlineData("a: {b: text}\n")]
    public void File_without_claims_has_none(string text)
    {
        Write("x.yaml", text);

        Assert.Equal(0, ClaimSample.Draw(_folder.FullName, 10, 1).Claims);
    }

    [Fact]
    public void Draw_of_more_than_there_are_is_all_of_them_in_an_order_that_the_seed_decides()
    {
        Write(
            "x.yaml",
            "organizations:\n" + string.Concat(Enumerable.Range(10, 20).Select(i => $"  - {{id: o{i}, country: {{is: FR, source: s}}}}\n"))
        );

        string[] Drawn(uint seed) => [.. ClaimSample.Draw(_folder.FullName, 100, seed).Drawn.Select(claim => claim.Subject)];

        Assert.Equal(20, Drawn(1).Distinct().Count());
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(1), Drawn(2));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);
}
