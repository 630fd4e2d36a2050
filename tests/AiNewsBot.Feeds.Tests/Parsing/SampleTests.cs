using System.Net;
using System.Text.Json;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>The shared samples, scored as their own script scores them.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    private const double FeedsWanted = 0.985;
    private const double DatesWanted = 0.98;

    private readonly Dictionary<string, JsonElement> _expected = [];
    private int _feeds,
        _dates,
        _datesRight;
    private readonly List<string> _faults = [];

    [Fact]
    public void Shared_samples_are_read_as_expected()
    {
        foreach (var line in File.ReadLines(SharedFiles.Need("feeds/expected.jsonl")))
        {
            var sample = JsonDocument.Parse(line).RootElement;
            _expected[sample.GetProperty("file").GetString()!] = sample.GetProperty("entries");
        }

        var samples = Samples.Read().Where(sample => _expected.ContainsKey(sample.File)).ToArray();
        foreach (var (file, body) in samples)
            Judge(file, body, _expected[file]);

        output.WriteLine($"{_feeds - _faults.Count} of {_feeds} feeds, {_datesRight} of {_dates} dates");
        Assert.Equal(_expected.Count, samples.Length);
        Assert.True(_feeds > 1500, "the samples are not those that this test knows");
        Assert.True(_feeds - _faults.Count >= FeedsWanted * _feeds, string.Join('\n', _faults));
        Assert.True(_datesRight >= DatesWanted * _dates, $"{_datesRight} of {_dates} dates");
    }

    private void Judge(string file, byte[] body, JsonElement expected)
    {
        Feed? feed = null;
        try
        {
            feed = FeedParser.Parse(body, contentType: null, address: null);
        }
        catch (FeedFormatException) { }

        // What is no feed has to be refused, and a feed without entries read.
        if (expected.ValueKind == JsonValueKind.Null || expected.GetArrayLength() == 0)
        {
            Assert.True(feed is null == expected.ValueKind is JsonValueKind.Null, file);
            return;
        }

        _feeds++;
        if (GetError(expected, feed) is { } fault)
            _faults.Add($"{file}: {fault}");
    }

    private string? GetError(JsonElement expected, Feed? feed)
    {
        if (feed is null)
            return "refused";
        if (feed.Entries.Length != expected.GetArrayLength())
            return $"{feed.Entries.Length} entries";
        string? fault = null;
        foreach (var (wanted, entry) in expected.EnumerateArray().Zip(feed.Entries))
        {
            if (wanted.GetProperty("published") is { ValueKind: JsonValueKind.Number } date)
            {
                _dates++;
                if (Math.Abs(((entry.Published ?? entry.Updated)?.ToUnixTimeSeconds() ?? 0) - date.GetInt64()) <= 60)
                    _datesRight++;
            }

            fault ??= GetError(wanted, entry);
        }

        return fault;
    }

    private static string? GetError(JsonElement wanted, FeedEntry entry) =>
        Text(wanted, "title") is { } && entry.Title is null ? "no title"
        : Text(wanted, "link") is { } link && !Same(link, entry.Link) ? $"link {entry.Link}"
        : Text(wanted, "id") is { } id && !Same(id, entry.Id) ? $"id {entry.Id}"
        : null;

    private static string? Text(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() is { } text && text.Trim().Length > 0 ? text : null;

    private static bool Same(string wanted, string? found) => found is not null && Bare(wanted) == Bare(found);

    private static string Bare(string address) => WebUtility.HtmlDecode(address.Trim()).TrimEnd('/');
}
