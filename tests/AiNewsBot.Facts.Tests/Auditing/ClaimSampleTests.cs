using AiNewsBot.Facts.Auditing;

namespace AiNewsBot.Facts.Tests.Auditing;

/// <summary>Draws for audits: the same seed gives the same claims, here and in the audits of before.</summary>
public sealed class ClaimSampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-");

    public static TheoryData<uint, int, int, int[]> Draws =>
        new()
        {
            // What random.Random(seed).sample(range(among), count) of Python 3 gives.
            { 20261129, 10, 4, [0, 6, 4, 1] },
            { 20261129, 6713, 6, [191, 3480, 5504, 2420, 1287, 369] },
        };

    [Theory]
    [MemberData(nameof(Draws))]
    public void Draw_is_that_of_earlier_audits(uint seed, int among, int count, int[] drawn) =>
        Assert.Equal(drawn, ClaimSample.Indexes(new MersenneTwister(seed), among, count));

    [Fact]
    public void Every_claim_is_drawn_once_and_what_claims_nothing_is_left_out()
    {
        Write(
            "families/dove.yaml",
            """
            sources:
              page: {url: "https://dove.example/", title: Dove, publisher: Dovecote, kind: first-hand, read: 2026-11-24}
            family:
              id: dove
              defaults:
                paper: {is: unavailable, source: page}
            releases:
              - id: dove-1
                announced: {on: 2026-11-01, source: [page @ News, index @ Dove 1]}
                weights:
                  - {is: available, since: 2026-11-02, source: page, note: "In two  parts."}
                  - {is: unavailable, rank: deprecated, source: page}
                training_data: {is: unknown, source: page}
                variants:
                  - id: dove-1-small
                    licence: {is: MIT, source: page}
            """
        );
        Write("sources/indexes.yaml", "sources:\n  index: {url: \"https://index.example/\"}\n");

        var sample = ClaimSample.Draw(_folder.FullName, 100, 7);

        Assert.Equal((4, 1, 1), (sample.Claims, sample.Unknown, sample.Deprecated));
        Assert.Equal(
            [
                "dove\tdefaults/paper\tunavailable\t\thttps://dove.example/\tfamilies/dove.yaml",
                "dove-1\tannounced\t2026-11-01\t\thttps://dove.example/ @ News ; https://index.example/ @ Dove 1\tfamilies/dove.yaml",
                "dove-1\tweights\tavailable | note=In two parts.\t2026-11-02\thttps://dove.example/\tfamilies/dove.yaml",
                "dove-1-small\tlicence\tMIT\t\thttps://dove.example/\tfamilies/dove.yaml",
            ],
            sample.Drawn.Select(claim => claim.Line).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Broken_file_is_named_with_its_line()
    {
        Write("families/dove.yaml", "family:\n  id: [");

        var fault = Assert.Throws<FormatException>(() => ClaimSample.Draw(_folder.FullName, 1, 1));

        Assert.StartsWith("families/dove.yaml, line ", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
