using System.Text.RegularExpressions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Fills the slots of sentences with names and with words of English, by a fixed order of chance.</summary>
internal sealed partial class SentenceSlots
{
    private readonly Dictionary<string, string[]> _words;
    private readonly Random _random;

    public SentenceSlots(FactBase facts, string[] names, string[] technical, Random random)
    {
        _random = random;
        _words = new Dictionary<string, string[]>
        {
            ["m"] =
            [
                .. facts
                    .Families.Concat(facts.Releases.OrderBy(release => release.Id, StringComparer.Ordinal))
                    .Select(view => view.Name)
                    .Where(name => !name.Contains('(')),
            ],
            ["o"] = [.. facts.Organizations.Select(view => view.Name)],
            ["l"] = ["MIT", "Apache", "apache 2.0", "GPL", "CC BY-NC", "openrail", "Apache-2.0", "mit"],
            ["x"] = names,
            ["t"] = technical,
        };
        using var reader = new StreamReader(typeof(FactBase).Assembly.GetManifestResourceStream("words/en.txt")!);
        var words = reader
            .ReadToEnd()
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '))
            .Where(cells => cells.Length == 2)
            .ToArray();
        foreach (var kind in "nvar")
            _words[kind.ToString()] =
            [
                .. words
                    .Where(cells => cells[1].Contains(kind) && (cells[1].Contains('c') || cells[0].Length > 9))
                    .Select(cells => cells[0]),
            ];
    }

    /// <summary>A sentence with its slots filled.</summary>
    public string Fill(string sentence) =>
        Slot().Replace(sentence, match => _words[match.Groups[1].Value] is var words ? words[_random.Next(words.Length)] : "");

    [GeneratedRegex(@"\{(\w)\}")]
    private static partial Regex Slot();
}
