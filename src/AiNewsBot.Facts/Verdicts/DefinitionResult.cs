using System.Collections.Immutable;

namespace AiNewsBot.Facts.Verdicts;

/// <summary>The result of a release under a named definition.</summary>
/// <param name="Id">osaid-1.0 or mof.</param>
/// <param name="Result">osaid-1.0: met, not-met or unknown; mof: class-1, class-2, class-3 or none.</param>
/// <param name="Missing">Slugs of what the release lacks under the definition (for the framework: its next class).</param>
public sealed record DefinitionResult(string Id, string Result, ImmutableArray<string> Missing)
{
    internal const string Met = "met";
    internal const string NotMet = "not-met";
    internal const string Unknown = "unknown";

    /// <summary>Whether the facts do not decide it.</summary>
    internal bool IsUndecided => Result == Unknown;
}
