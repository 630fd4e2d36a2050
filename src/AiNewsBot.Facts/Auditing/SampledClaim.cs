namespace AiNewsBot.Facts.Auditing;

/// <summary>A claim as an auditor gets it, each part on one line.</summary>
/// <param name="Subject">Id of what it is a claim of.</param>
/// <param name="Property">The keys under which it is written, or a dash.</param>
/// <param name="Value">What it says, with all that it says besides.</param>
/// <param name="Since">From when on, as written.</param>
/// <param name="Cited">Addresses and places of its sources.</param>
/// <param name="File">The dataset file that holds it.</param>
public sealed record SampledClaim(string Subject, string Property, string Value, string Since, string Cited, string File)
{
    /// <summary>The parts, tab by tab.</summary>
    public string Line => string.Join('\t', Parts);

    private string[] Parts => [Subject, Property, Value, Since, Cited, File];

    /// <summary>The order of two by their parts, character by character: a draw is the same in every language.</summary>
    internal static int Compare(SampledClaim one, SampledClaim other) =>
        one.Parts.Zip(other.Parts, string.CompareOrdinal).FirstOrDefault(order => order != 0);
}
