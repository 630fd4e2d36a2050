using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Comparing;

/// <summary>The words of the indexes, as ours.</summary>
internal static class ReferenceWords
{
    private static readonly HashSet<string> Closed =
        ["closed", "preprint:closed", "unreleased", "absent", "api access", "hosted access (no api)", "open_weights=false", "component component not included"];

    /// <summary>Whether a component is public by what an index says; null where it says nothing. Partly public counts as public on both sides.</summary>
    public static bool? IsPublic(string said) =>
        said.Length == 0 || string.Equals(said, "Undisclosed", StringComparison.OrdinalIgnoreCase) ? null : !Closed.Contains(said.ToLowerInvariant());

    /// <summary>The licence that an index names; null where it names none that is known.</summary>
    public static Licence? Licence(FactBase facts, string said)
    {
        var key = Tokenizer.Key(said);
        return key.Length == 0 ? null
            : facts.Licences.FirstOrDefault(licence => licence.Subject.Aliases.Append(licence.Name).Append(licence.Id).Any(name => Tokenizer.Key(name) == key));
    }
}
