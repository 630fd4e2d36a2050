using System.Collections.Immutable;
using System.Reflection;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Auditing;

/// <summary>A name that people ask for, and on what its licence and its dates rest.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Subjects">What it was taken for; several where it names several, none where it is not known.</param>
/// <param name="OnIndexes">The statements on its licence, weights and dates that no source but indexes of models supports.</param>
/// <param name="Status">How its questions were met: where the name means several, it is asked back which.</param>
public sealed record AskedName(string Name, ImmutableArray<SubjectView> Subjects, ImmutableArray<Statement> OnIndexes, AnswerStatus Status)
{
    /// <summary>The names that are asked for most in public, the most asked families first.</summary>
    public static ImmutableArray<string> MostAsked => Known.Value;

    private static readonly Lazy<ImmutableArray<string>> Known = new(Read);

    /// <summary>Asks for the licence and the date of a name, as people do.</summary>
    public static AskedName Create(Answerer answerer, string name, DateOnly today)
    {
        var licence = answerer.Ask($"What licence is {name} under?", today);
        var date = answerer.Ask($"When was {name} released?", today);
        return new AskedName(
            name,
            licence.Subjects,
            [
                .. licence
                    .Facts.Where(fact => fact.Property is Properties.Licence or Components.Weights || IsWeightsLicence(fact))
                    .Concat(date.Facts.Where(fact => fact.ValidFrom is not null))
                    .Where(fact => fact.Sources.All(source => source.Kind == SourceKind.Index))
                    .Distinct(),
            ],
            licence.Status == AnswerStatus.Answered ? date.Status : licence.Status
        );
    }

    private static bool IsWeightsLicence(Statement fact) => fact.Property == Properties.LicenceOf(Components.Weights);

    private static ImmutableArray<string> Read()
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("most-asked.txt")!);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
