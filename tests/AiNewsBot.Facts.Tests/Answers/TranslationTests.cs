using System.Text.RegularExpressions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Answers;

public sealed partial class TranslationTests
{
    // What no answer fills in would stand there empty: "Restrições: ."
    [Theory]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("hi-latn")]
    [InlineData("ja")]
    [InlineData("pt")]
    [InlineData("zh")]
    public void Translation_uses_only_placeholders_of_the_English_wording(string language)
    {
        var english = Wording("en");

        var strange = Wording(language)
            .Where(line => !english.TryGetValue(line.Key, out var places) || !line.Value.IsSubsetOf(places))
            .Select(line => line.Key);

        Assert.Empty(strange);
    }

    // A check is shown to others, whole in one language.
    [Theory]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("hi-latn")]
    [InlineData("ja")]
    [InlineData("pt")]
    [InlineData("zh")]
    public void Claims_and_what_the_facts_say_to_them_are_worded_whole_in_each_language(string language)
    {
        var wanted = Wording("en").Where(line => line.Key.StartsWith("claim_", StringComparison.Ordinal) || IsSaid(line.Key));
        var worded = Wording(language);

        Assert.Empty(
            wanted.Where(line => !worded.TryGetValue(line.Key, out var places) || !places.SetEquals(line.Value)).Select(line => line.Key)
        );

        // The words of the premise are all that it says.
        static bool IsSaid(string key) => key.StartsWith("said_", StringComparison.Ordinal) && key != "said_premise";
    }

    private static Dictionary<string, HashSet<string>> Wording(string language)
    {
        var assembly = typeof(FactBase).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"language/{language}.yaml")!);
        return Answers()
            .Match(reader.ReadToEnd())
            .Value.Split('\n')
            .Select(line => Line().Match(line))
            .Where(line => line.Success)
            .ToDictionary(line => line.Groups["key"].Value, line => Place().Matches(line.Value).Select(place => place.Value).ToHashSet());
    }

    [GeneratedRegex(@"^answers:\n(  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Answers();

    [GeneratedRegex(@"^  (?<key>[\w-]+): .*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
