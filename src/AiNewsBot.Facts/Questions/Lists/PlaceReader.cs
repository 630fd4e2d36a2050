using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Reads the parts of the world that a question names, as codes of countries, EU for the European Union.</summary>
internal static class PlaceReader
{
    private const string Union = "EU";

    public static ImmutableArray<string> Read(ImmutableArray<Token> tokens, ImmutableArray<CueHit> cues, Lexicon lexicon)
    {
        var places = ImmutableArray.CreateBuilder<string>();
        foreach (var hit in cues)
        {
            // "Us" is whom one speaks of; the country is written with capitals.
            if (hit.Cue.Group == "countries" && (hit.Count > 1 || tokens[hit.Start] is not { Text: "us", Raw: not "US" }))
                places.Add(hit.Cue.Value);
        }

        foreach (var token in tokens)
        {
            if (lexicon.Regions.ContainsKey(token.Text))
                places.Add(Union);
        }

        return [.. places.Distinct()];
    }

    /// <summary>Whether a place lies in one of several regions.</summary>
    public static bool IsWithin(string place, IEnumerable<string> regions, Lexicon lexicon) =>
        regions.Any(region => region == place || region == Union && lexicon.Regions["eu"].Contains(place));
}
